var J=class extends Error{constructor(t,s,a){super(s?.title??`status ${t}`),this.status=t,this.code=s?.code??(t?"unexpected":"unreachable"),this.field=s?.field??null,this.retryAfter=a}};async function fe(e,t,s,a){let o={accept:"application/json"};s!==void 0&&(o["content-type"]="application/json"),a&&(o["x-csrf-token"]=a);let r;try{r=await fetch(t,{method:e,headers:o,credentials:"same-origin",body:s===void 0?void 0:JSON.stringify(s)})}catch{throw new J(0,null,null)}let i=await r.text(),d=null;try{d=i?JSON.parse(i):null}catch{}if(r.ok)return d;let l=Number(r.headers.get("retry-after"));throw new J(r.status,d,Number.isFinite(l)&&l>0?l:null)}function Ke(e){let t=Object.entries(e).filter(([,s])=>s!=null);return t.length?`?${new URLSearchParams(t.map(([s,a])=>[s,String(a)]))}`:""}function We({csrf:e,signedOut:t}){let s=async(o,r,i)=>{try{return await fe(o,`/api/v1${r}`,i,e)}catch(d){throw d instanceof J&&d.status===401&&t(),d}},a=o=>`/conversations/${encodeURIComponent(o)}`;return{session:()=>s("POST","/im/session",{}),me:()=>s("GET","/me"),change:o=>s("PATCH","/me",o),preferences:()=>s("GET","/me/preferences"),savePreferences:o=>s("PUT","/me/preferences",o),agents:()=>s("GET","/agents?limit=200"),availability:o=>s("PUT","/agents/me/availability",{state:o}),signOut:()=>s("POST","/logout",{}),signOutEverywhere:()=>s("POST","/logout-everywhere",{}),counts:()=>s("GET","/conversations/counts"),conversations:(o,r,i={})=>s("GET",`/conversations${Ke({view:o,...i,cursor:r,limit:50})}`),conversation:o=>s("GET",a(o)),entries:(o,r)=>s("GET",`${a(o)}/entries${Ke(r)}`),assign:(o,r)=>s("POST",`${a(o)}/assign`,{agent_id:r}),close:o=>s("POST",`${a(o)}/resolve`,{}),reopen:o=>s("POST",`${a(o)}/reopen`,{}),snooze:(o,r)=>s("POST",`${a(o)}/snooze`,{until:r}),label:(o,r)=>s("POST",`${a(o)}/labels`,{labels:r}),bulk:o=>s("POST","/conversations/bulk",o),editMessage:(o,r,i)=>s("PATCH",`${a(o)}/messages/${encodeURIComponent(r)}`,{content:i}),recallMessage:(o,r)=>s("DELETE",`${a(o)}/messages/${encodeURIComponent(r)}`,{}),contact:o=>s("GET",`/contacts/${encodeURIComponent(o)}`),changeContact:(o,r)=>s("PATCH",`/contacts/${encodeURIComponent(o)}`,r),labels:()=>s("GET","/labels"),canned:()=>s("GET","/canned"),cannedUsed:o=>s("POST",`/canned/${encodeURIComponent(o)}/used`,{}),drafts:()=>s("GET","/drafts"),keepDraft:(o,r,i)=>s("PUT",`/drafts/${encodeURIComponent(o)}`,{note:r,text:i})}}var _e=globalThis,Ye=e=>e,Ft=_e.trustedTypes,Je=Ft?Ft.createPolicy("lit-html",{createHTML:e=>e}):void 0,ye="$lit$",Q=`lit$${Math.random().toFixed(9).slice(2)}$`,be="?"+Q,An=`<${be}>`,ht=document,It=()=>ht.createComment(""),Nt=e=>e===null||typeof e!="object"&&typeof e!="function",ve=Array.isArray,ss=e=>ve(e)||typeof e?.[Symbol.iterator]=="function",$e=`[ 	
\f\r]`,Dt=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Ze=/-->/g,Xe=/>/g,ut=RegExp(`>|${$e}(?:([^\\s"'>=/]+)(${$e}*=${$e}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Qe=/'/g,ts=/"/g,ns=/^(?:script|style|textarea|title)$/i,we=e=>(t,...s)=>({_$litType$:e,strings:t,values:s}),c=we(1),_=we(2),so=we(3),G=Symbol.for("lit-noChange"),g=Symbol.for("lit-nothing"),es=new WeakMap,mt=ht.createTreeWalker(ht,129);function as(e,t){if(!ve(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return Je!==void 0?Je.createHTML(t):t}var os=(e,t)=>{let s=e.length-1,a=[],o,r=t===2?"<svg>":t===3?"<math>":"",i=Dt;for(let d=0;d<s;d++){let l=e[d],h,u,$=-1,p=0;for(;p<l.length&&(i.lastIndex=p,u=i.exec(l),u!==null);)p=i.lastIndex,i===Dt?u[1]==="!--"?i=Ze:u[1]!==void 0?i=Xe:u[2]!==void 0?(ns.test(u[2])&&(o=RegExp("</"+u[2],"g")),i=ut):u[3]!==void 0&&(i=ut):i===ut?u[0]===">"?(i=o??Dt,$=-1):u[1]===void 0?$=-2:($=i.lastIndex-u[2].length,h=u[1],i=u[3]===void 0?ut:u[3]==='"'?ts:Qe):i===ts||i===Qe?i=ut:i===Ze||i===Xe?i=Dt:(i=ut,o=void 0);let m=i===ut&&e[d+1].startsWith("/>")?" ":"";r+=i===Dt?l+An:$>=0?(a.push(h),l.slice(0,$)+ye+l.slice($)+Q+m):l+Q+($===-2?d:m)}return[as(e,r+(e[s]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),a]},Ht=class e{constructor({strings:t,_$litType$:s},a){let o;this.parts=[];let r=0,i=0,d=t.length-1,l=this.parts,[h,u]=os(t,s);if(this.el=e.createElement(h,a),mt.currentNode=this.el.content,s===2||s===3){let $=this.el.content.firstChild;$.replaceWith(...$.childNodes)}for(;(o=mt.nextNode())!==null&&l.length<d;){if(o.nodeType===1){if(o.hasAttributes())for(let $ of o.getAttributeNames())if($.endsWith(ye)){let p=u[i++],m=o.getAttribute($).split(Q),b=/([.?@])?(.*)/.exec(p);l.push({type:1,index:r,name:b[2],strings:m,ctor:b[1]==="."?Vt:b[1]==="?"?Gt:b[1]==="@"?Kt:ft}),o.removeAttribute($)}else $.startsWith(Q)&&(l.push({type:6,index:r}),o.removeAttribute($));if(ns.test(o.tagName)){let $=o.textContent.split(Q),p=$.length-1;if(p>0){o.textContent=Ft?Ft.emptyScript:"";for(let m=0;m<p;m++)o.append($[m],It()),mt.nextNode(),l.push({type:2,index:++r});o.append($[p],It())}}}else if(o.nodeType===8)if(o.data===be)l.push({type:2,index:r});else{let $=-1;for(;($=o.data.indexOf(Q,$+1))!==-1;)l.push({type:7,index:r}),$+=Q.length-1}r++}}static createElement(t,s){let a=ht.createElement("template");return a.innerHTML=t,a}};function gt(e,t,s=e,a){if(t===G)return t;let o=a!==void 0?s._$Co?.[a]:s._$Cl,r=Nt(t)?void 0:t._$litDirective$;return o?.constructor!==r&&(o?._$AO?.(!1),r===void 0?o=void 0:(o=new r(e),o._$AT(e,s,a)),a!==void 0?(s._$Co??=[])[a]=o:s._$Cl=o),o!==void 0&&(t=gt(e,o._$AS(e,t.values),o,a)),t}var zt=class{constructor(t,s){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=s}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:s},parts:a}=this._$AD,o=(t?.creationScope??ht).importNode(s,!0);mt.currentNode=o;let r=mt.nextNode(),i=0,d=0,l=a[0];for(;l!==void 0;){if(i===l.index){let h;l.type===2?h=new xt(r,r.nextSibling,this,t):l.type===1?h=new l.ctor(r,l.name,l.strings,this,t):l.type===6&&(h=new Wt(r,this,t)),this._$AV.push(h),l=a[++d]}i!==l?.index&&(r=mt.nextNode(),i++)}return mt.currentNode=ht,o}p(t){let s=0;for(let a of this._$AV)a!==void 0&&(a.strings!==void 0?(a._$AI(t,a,s),s+=a.strings.length-2):a._$AI(t[s])),s++}},xt=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,s,a,o){this.type=2,this._$AH=g,this._$AN=void 0,this._$AA=t,this._$AB=s,this._$AM=a,this.options=o,this._$Cv=o?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,s=this._$AM;return s!==void 0&&t?.nodeType===11&&(t=s.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,s=this){t=gt(this,t,s),Nt(t)?t===g||t==null||t===""?(this._$AH!==g&&this._$AR(),this._$AH=g):t!==this._$AH&&t!==G&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):ss(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==g&&Nt(this._$AH)?this._$AA.nextSibling.data=t:this.T(ht.createTextNode(t)),this._$AH=t}$(t){let{values:s,_$litType$:a}=t,o=typeof a=="number"?this._$AC(t):(a.el===void 0&&(a.el=Ht.createElement(as(a.h,a.h[0]),this.options)),a);if(this._$AH?._$AD===o)this._$AH.p(s);else{let r=new zt(o,this),i=r.u(this.options);r.p(s),this.T(i),this._$AH=r}}_$AC(t){let s=es.get(t.strings);return s===void 0&&es.set(t.strings,s=new Ht(t)),s}k(t){ve(this._$AH)||(this._$AH=[],this._$AR());let s=this._$AH,a,o=0;for(let r of t)o===s.length?s.push(a=new e(this.O(It()),this.O(It()),this,this.options)):a=s[o],a._$AI(r),o++;o<s.length&&(this._$AR(a&&a._$AB.nextSibling,o),s.length=o)}_$AR(t=this._$AA.nextSibling,s){for(this._$AP?.(!1,!0,s);t!==this._$AB;){let a=Ye(t).nextSibling;Ye(t).remove(),t=a}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},ft=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,s,a,o,r){this.type=1,this._$AH=g,this._$AN=void 0,this.element=t,this.name=s,this._$AM=o,this.options=r,a.length>2||a[0]!==""||a[1]!==""?(this._$AH=Array(a.length-1).fill(new String),this.strings=a):this._$AH=g}_$AI(t,s=this,a,o){let r=this.strings,i=!1;if(r===void 0)t=gt(this,t,s,0),i=!Nt(t)||t!==this._$AH&&t!==G,i&&(this._$AH=t);else{let d=t,l,h;for(t=r[0],l=0;l<r.length-1;l++)h=gt(this,d[a+l],s,l),h===G&&(h=this._$AH[l]),i||=!Nt(h)||h!==this._$AH[l],h===g?t=g:t!==g&&(t+=(h??"")+r[l+1]),this._$AH[l]=h}i&&!o&&this.j(t)}j(t){t===g?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},Vt=class extends ft{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===g?void 0:t}},Gt=class extends ft{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==g)}},Kt=class extends ft{constructor(t,s,a,o,r){super(t,s,a,o,r),this.type=5}_$AI(t,s=this){if((t=gt(this,t,s,0)??g)===G)return;let a=this._$AH,o=t===g&&a!==g||t.capture!==a.capture||t.once!==a.once||t.passive!==a.passive,r=t!==g&&(a===g||o);o&&this.element.removeEventListener(this.name,this,a),r&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},Wt=class{constructor(t,s,a){this.element=t,this.type=6,this._$AN=void 0,this._$AM=s,this.options=a}get _$AU(){return this._$AM._$AU}_$AI(t){gt(this,t)}},is={M:ye,P:Q,A:be,C:1,L:os,R:zt,D:ss,V:gt,I:xt,H:ft,N:Gt,U:Kt,B:Vt,F:Wt},Mn=_e.litHtmlPolyfillSupport;Mn?.(Ht,xt),(_e.litHtmlVersions??=[]).push("3.3.3");var W=(e,t,s)=>{let a=s?.renderBefore??t,o=a._$litPart$;if(o===void 0){let r=s?.renderBefore??null;a._$litPart$=o=new xt(t.insertBefore(It(),r),r,void 0,s??{})}return o._$AI(e),o};var tt={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Yt=e=>(...t)=>({_$litDirective$:e,values:t}),At=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,s,a){this._$Ct=t,this._$AM=s,this._$Ci=a}_$AS(t,s){return this.update(t,s)}update(t,s){return this.render(...s)}};var{I:En}=is,rs=e=>e;var cs=e=>e.strings===void 0,ls=()=>document.createComment(""),Mt=(e,t,s)=>{let a=e._$AA.parentNode,o=t===void 0?e._$AB:t._$AA;if(s===void 0){let r=a.insertBefore(ls(),o),i=a.insertBefore(ls(),o);s=new En(r,i,e,e.options)}else{let r=s._$AB.nextSibling,i=s._$AM,d=i!==e;if(d){let l;s._$AQ?.(e),s._$AM=e,s._$AP!==void 0&&(l=e._$AU)!==i._$AU&&s._$AP(l)}if(r!==o||d){let l=s._$AA;for(;l!==r;){let h=rs(l).nextSibling;rs(a).insertBefore(l,o),l=h}}}return s},at=(e,t,s=e)=>(e._$AI(t,s),e),Sn={},Jt=(e,t=Sn)=>e._$AH=t,ds=e=>e._$AH,Zt=e=>{e._$AR(),e._$AA.remove()};var ps=(e,t,s)=>{let a=new Map;for(let o=t;o<=s;o++)a.set(e[o],o);return a},Tn=Yt(class extends At{constructor(e){if(super(e),e.type!==tt.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,s){let a;s===void 0?s=t:t!==void 0&&(a=t);let o=[],r=[],i=0;for(let d of e)o[i]=a?a(d,i):i,r[i]=s(d,i),i++;return{values:r,keys:o}}render(e,t,s){return this.dt(e,t,s).values}update(e,[t,s,a]){let o=ds(e),{values:r,keys:i}=this.dt(t,s,a);if(!Array.isArray(o))return this.ut=i,r;let d=this.ut??=[],l=[],h,u,$=0,p=o.length-1,m=0,b=r.length-1;for(;$<=p&&m<=b;)if(o[$]===null)$++;else if(o[p]===null)p--;else if(d[$]===i[m])l[m]=at(o[$],r[m]),$++,m++;else if(d[p]===i[b])l[b]=at(o[p],r[b]),p--,b--;else if(d[$]===i[b])l[b]=at(o[$],r[b]),Mt(e,l[b+1],o[$]),$++,b--;else if(d[p]===i[m])l[m]=at(o[p],r[m]),Mt(e,o[$],o[p]),p--,m++;else if(h===void 0&&(h=ps(i,m,b),u=ps(d,$,p)),h.has(d[$]))if(h.has(d[p])){let f=u.get(i[m]),M=f!==void 0?o[f]:null;if(M===null){let x=Mt(e,o[$]);at(x,r[m]),l[m]=x}else l[m]=at(M,r[m]),Mt(e,o[$],M),o[f]=null;m++}else Zt(o[p]),p--;else Zt(o[$]),$++;for(;m<=b;){let f=Mt(e,l[b+1]);at(f,r[m]),l[m++]=f}for(;$<=p;){let f=o[$++];f!==null&&Zt(f)}return this.ut=i,Jt(e,l),G}});var N=Yt(class extends At{constructor(e){if(super(e),e.type!==tt.PROPERTY&&e.type!==tt.ATTRIBUTE&&e.type!==tt.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!cs(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===G||t===g)return t;let s=e.element,a=e.name;if(e.type===tt.PROPERTY){if(t===s[a])return G}else if(e.type===tt.BOOLEAN_ATTRIBUTE){if(!!t===s.hasAttribute(a))return G}else if(e.type===tt.ATTRIBUTE&&s.getAttribute(a)===t+"")return G;return Jt(e),t}});var Cn=Symbol.for("preact-signals");function ke(){if($t>1){$t--;return}let e,t=!1;for((function(){let s=Xt;for(Xt=void 0;s!==void 0;){let a=s.S;if(a.v===s.v)for(let o=a.t;o!==void 0;o=o.x)o.i===s.i&&(o.i=a.i);s=s.o}})();Rt!==void 0;){let s=Rt;for(Rt=void 0,Qt++;s!==void 0;){let a=s.u;if(s.u=void 0,s.f&=-3,!(8&s.f)&&hs(s))try{s.c()}catch(o){t||(e=o,t=!0)}s=a}}if(Qt=0,$t--,t)throw e}var I,Lt,Rt;function Y(e){let t=I,s=Lt;I=void 0,Lt=void 0;try{return e()}finally{I=t,Lt=s}}var Xt,$t=0,Qt=0;var us=0,te=0;function ms(e){if(I===void 0)return;let t=e.n;if(t===void 0||t.t!==I)return t={i:0,S:e,p:I.s,n:void 0,t:I,e:void 0,x:void 0,r:t},I.s!==void 0&&(I.s.n=t),I.s=t,e.n=t,32&I.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=I.s,t.n=void 0,I.s.n=t,I.s=t),t}function B(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}B.prototype.brand=Cn;B.prototype.h=function(){return!0};B.prototype.S=function(e){let t=this.t;t!==e&&e.e===void 0&&(e.x=t,this.t=e,t!==void 0?t.e=e:Y(()=>{var s;(s=this.W)==null||s.call(this)}))};B.prototype.U=function(e){if(this.t!==void 0){let t=e.e,s=e.x;t!==void 0&&(t.x=s,e.e=void 0),s!==void 0&&(s.e=t,e.x=void 0),e===this.t&&(this.t=s,s===void 0&&Y(()=>{var a;(a=this.Z)==null||a.call(this)}))}};B.prototype.subscribe=function(e){return St(()=>{let t=this.value;Y(()=>e(t))},{name:"sub"})};B.prototype.valueOf=function(){return this.value};B.prototype.toString=function(){return this.value+""};B.prototype.toJSON=function(){return this.value};B.prototype.peek=function(){return Y(()=>this.value)};Object.defineProperty(B.prototype,"value",{get(){let e=ms(this);return e!==void 0&&(e.i=this.i),this.v},set(e){if(e!==this.v){if(Qt>100)throw new Error("Cycle detected");(function(t){$t!==0&&Qt===0&&t.l!==us&&(t.l=us,Xt={S:t,v:t.v,i:t.i,o:Xt})})(this),this.v=e,this.i++,te++,$t++;try{for(let t=this.t;t!==void 0;t=t.x)t.t.N()}finally{ke()}}}});function R(e,t){return new B(e,t)}function hs(e){for(let t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function gs(e){for(let t=e.s;t!==void 0;t=t.n){let s=t.S.n;if(s!==void 0&&(t.r=s),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function fs(e){let t,s=e.s;for(;s!==void 0;){let a=s.p;s.i===-1?(s.S.U(s),a!==void 0&&(a.n=s.n),s.n!==void 0&&(s.n.p=a)):t=s,s.S.n=s.r,s.r!==void 0&&(s.r=void 0),s=a}e.s=t}function _t(e,t){B.call(this,void 0,t),this.x=e,this.s=void 0,this.g=te-1,this.f=4}_t.prototype=new B;_t.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===te))return!0;if(this.g=te,this.f|=1,this.i>0&&!hs(this))return this.f&=-2,!0;let e=I;try{gs(this),I=this;let t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(t){this.v=t,this.f|=16,this.i++}return I=e,fs(this),this.f&=-2,!0};_t.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(let t=this.s;t!==void 0;t=t.n)t.S.S(t)}B.prototype.S.call(this,e)};_t.prototype.U=function(e){if(this.t!==void 0&&(B.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(let t=this.s;t!==void 0;t=t.n)t.S.U(t)}};_t.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(let e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(_t.prototype,"value",{get(){if(1&this.f)throw new Error("Cycle detected");let e=ms(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function xe(e,t){return new _t(e,t)}function $s(e){let t=e.j;if(e.j=void 0,typeof t=="function"){$t++;let s=I;I=void 0;try{t()}catch(a){throw e.f&=-2,e.f|=8,Ae(e),a}finally{I=s,ke()}}}function Ae(e){for(let t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,$s(e)}function On(e){if(I!==this)throw new Error("Out-of-order effect");fs(this),I=e,this.f&=-2;try{8&this.f&&Ae(this)}finally{ke()}}function Et(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,Lt&&Lt.push(this)}Et.prototype.c=function(){let e=this.S();try{if(8&this.f||this.x===void 0)return;let t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Et.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,$s(this),gs(this),$t++;let e=I;return I=this,On.bind(this,e)};Et.prototype.N=function(){2&this.f||(this.f|=2,this.u=Rt,Rt=this)};Et.prototype.d=function(){this.f|=8,1&this.f||Ae(this)};Et.prototype.dispose=function(){this.d()};function St(e,t){let s=new Et(e,t);try{s.c()}catch(o){throw s.d(),o}let a=s.d.bind(s);return a[Symbol.dispose]=a,a}function Me(e,t,s){if(!(e instanceof HTMLElement))throw new Error("nowhere to render");St(()=>{let a=t();Y(()=>s?.before?.()),W(a,e),Y(()=>s?.after?.())})}var Ee={};for(let e of document.querySelectorAll('meta[name^="texts-"]')){let t=e.name.slice(6),s=JSON.parse(e.content);for(let[a,o]of Object.entries(s))Ee[`${t}.${a}`]=o}var O=document.documentElement.lang||"zh-CN",Pn=new Intl.PluralRules(O);function n(e,t){let s=Ee[e]??e;return t?s.replace(/\{(\w+)\}/g,(a,o)=>String(t[o]??a)):s}function F(e,t,s){let a=`${e}.${Pn.select(t)}`;return n(a in Ee?a:`${e}.other`,{count:t,...s})}function _s(){try{return localStorage.getItem("servicedesk.probe"),localStorage}catch{return null}}var Dn="(max-width: 1100px)",In="(max-width: 720px)",Nn=15e3;function ys(e){let t=i=>{let d=matchMedia(i),l=R(d.matches);return d.addEventListener("change",()=>l.value=d.matches),l},s=R(e?.getItem("servicedesk.details")!=="closed"),a=R(!1),o=R(Date.now());setInterval(()=>o.value=Date.now(),Nn),St(()=>{try{e?.setItem("servicedesk.details",s.value?"open":"closed")}catch{}});let r=t(Dn);return{narrow:r,phone:t(In),now:o,details:{get open(){return r.value?a.value:s.value},set(i){r.value?a.value=i:s.value=i},toggle(){this.set(!this.open)}},tab:R("reply"),dialog:R(null),theme:R(document.documentElement.dataset.theme??"auto")}}var Hn={inbox:_`<polyline points="22 12 16 12 14 15 10 15 8 12 2 12"/><path d="M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/>`,user:_`<path d="M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2"/><circle cx="12" cy="7" r="4"/>`,check:_`<path d="M20 6 9 17l-5-5"/>`,"check-check":_`<path d="M18 6 7 17l-5-5"/><path d="m22 10-7.5 7.5L13 16"/>`,clock:_`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,"badge-check":_`<path d="M3.85 8.62a4 4 0 0 1 4.78-4.77 4 4 0 0 1 6.74 0 4 4 0 0 1 4.78 4.78 4 4 0 0 1 0 6.74 4 4 0 0 1-4.77 4.78 4 4 0 0 1-6.75 0 4 4 0 0 1-4.78-4.77 4 4 0 0 1 0-6.76Z"/><path d="m16 9-5.5 5.5L8 12"/>`,globe:_`<circle cx="12" cy="12" r="10"/><path d="M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20"/><path d="M2 12h20"/>`,"code-xml":_`<path d="m18 16 4-4-4-4"/><path d="m6 8-4 4 4 4"/><path d="m14.5 4-5 16"/>`,"chevron-down":_`<path d="m6 9 6 6 6-6"/>`,"chevron-left":_`<path d="m15 18-6-6 6-6"/>`,"chevron-right":_`<path d="m9 18 6-6-6-6"/>`,"arrow-up":_`<path d="m5 12 7-7 7 7"/><path d="M12 19V5"/>`,"arrow-down":_`<path d="M12 5v14"/><path d="m19 12-7 7-7-7"/>`,x:_`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,lock:_`<rect width="18" height="11" x="3" y="11" rx="2" ry="2"/><path d="M7 11V7a5 5 0 0 1 10 0v4"/>`,"panel-right":_`<rect width="18" height="18" x="3" y="3" rx="2"/><path d="M15 3v18"/>`,info:_`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,mail:_`<path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7"/><rect x="2" y="4" width="20" height="16" rx="2"/>`,phone:_`<path d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"/>`,"id-card":_`<path d="M13 19a4 4 0 00-8 0"/><path d="M16 10h2"/><path d="M16 14h2"/><circle cx="9" cy="12" r="3"/><rect x="2" y="5" width="20" height="14" rx="2"/>`,languages:_`<path d="m5 8 6 6"/><path d="m4 14 6-6 2-3"/><path d="M2 5h12"/><path d="M7 2h1"/><path d="m22 22-5-10-5 10"/><path d="M14 18h6"/>`,"message-circle":_`<path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719"/>`,"circle-alert":_`<circle cx="12" cy="12" r="10"/><line x1="12" x2="12" y1="8" y2="12"/><line x1="12" x2="12.01" y1="16" y2="16"/>`,"pencil-line":_`<path d="M13 21h8"/><path d="m15 5 4 4"/><path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/>`,keyboard:_`<path d="M10 8h.01"/><path d="M12 12h.01"/><path d="M14 8h.01"/><path d="M16 12h.01"/><path d="M18 8h.01"/><path d="M6 8h.01"/><path d="M7 16h10"/><path d="M8 12h.01"/><rect width="20" height="16" x="2" y="4" rx="2"/>`,"log-out":_`<path d="m16 17 5-5-5-5"/><path d="M21 12H9"/><path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4"/>`,power:_`<path d="M12 2v10"/><path d="M18.4 6.6a9 9 0 1 1-12.77.04"/>`,"book-open":_`<path d="M12 5v16"/><path d="M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z"/>`,sun:_`<circle cx="12" cy="12" r="4"/><path d="M12 2v2"/><path d="M12 20v2"/><path d="m4.93 4.93 1.41 1.41"/><path d="m17.66 17.66 1.41 1.41"/><path d="M2 12h2"/><path d="M20 12h2"/><path d="m6.34 17.66-1.41 1.41"/><path d="m19.07 4.93-1.41 1.41"/>`,moon:_`<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/>`,"sun-moon":_`<path d="M12 2v2"/><path d="M14.837 16.385a6 6 0 1 1-7.223-7.222c.624-.147.97.66.715 1.248a4 4 0 0 0 5.26 5.259c.589-.255 1.396.09 1.248.715"/><path d="M16 12a4 4 0 0 0-4-4"/><path d="m19 5-1.256 1.256"/><path d="M20 12h2"/>`,store:_`<path d="M15 21v-5a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v5"/><path d="M17.774 10.31a1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.451 0 1.12 1.12 0 0 0-1.548 0 2.5 2.5 0 0 1-3.452 0 1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.77-3.248l2.889-4.184A2 2 0 0 1 7 2h10a2 2 0 0 1 1.653.873l2.895 4.192a2.5 2.5 0 0 1-3.774 3.244"/><path d="M4 10.95V19a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8.05"/>`,copy:_`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`,"wifi-off":_`<path d="M12 20h.01"/><path d="M8.5 16.429a5 5 0 0 1 7 0"/><path d="M5 12.859a10 10 0 0 1 5.17-2.69"/><path d="M19 12.859a10 10 0 0 0-2.007-1.523"/><path d="M2 8.82a15 15 0 0 1 4.177-2.643"/><path d="M22 8.82a15 15 0 0 0-11.288-3.764"/><path d="m2 2 20 20"/>`,"cloud-off":_`<path d="M10.94 5.274A7 7 0 0 1 15.71 10h1.79a4.5 4.5 0 0 1 4.222 6.057"/><path d="M18.796 18.81A4.5 4.5 0 0 1 17.5 19H9A7 7 0 0 1 5.79 5.78"/><path d="m2 2 20 20"/>`,"circle-check":_`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,"rotate-ccw":_`<path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8"/><path d="M3 3v5h5"/>`,"user-plus":_`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><circle cx="9" cy="7" r="4"/><line x1="19" x2="19" y1="8" y2="14"/><line x1="22" x2="16" y1="11" y2="11"/>`,"monitor-smartphone":_`<path d="M18 8V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h8"/><path d="M10 19v-3.96 3.15"/><path d="M7 19h5"/><rect width="6" height="10" x="16" y="12" rx="2"/>`,star:_`<path d="M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z"/>`,"undo-2":_`<path d="M9 14 4 9l5-5"/><path d="M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11"/>`,"alarm-clock":_`<circle cx="12" cy="13" r="8"/><path d="M12 9v4l2 2"/><path d="M5 3 2 6"/><path d="m22 6-3-3"/><path d="M6.38 18.7 4 21"/><path d="M17.64 18.67 20 21"/>`,users:_`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,settings:_`<path d="M9.671 4.136a2.34 2.34 0 0 1 4.659 0 2.34 2.34 0 0 0 3.319 1.915 2.34 2.34 0 0 1 2.33 4.033 2.34 2.34 0 0 0 0 3.831 2.34 2.34 0 0 1-2.33 4.033 2.34 2.34 0 0 0-3.319 1.915 2.34 2.34 0 0 1-4.659 0 2.34 2.34 0 0 0-3.32-1.915 2.34 2.34 0 0 1-2.33-4.033 2.34 2.34 0 0 0 0-3.831A2.34 2.34 0 0 1 6.35 6.051a2.34 2.34 0 0 0 3.319-1.915"/><circle cx="12" cy="12" r="3"/>`,"trash-2":_`<path d="M10 11v6"/><path d="M14 11v6"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M3 6h18"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`,search:_`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,bell:_`<path d="M10.268 21a2 2 0 0 0 3.464 0"/><path d="M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326"/>`,"volume-2":_`<path d="M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298z"/><path d="M16 9a5 5 0 0 1 0 6"/><path d="M19.364 18.364a9 9 0 0 0 0-12.728"/>`,"arrow-right":_`<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>`,"arrow-up-down":_`<path d="m21 16-4 4-4-4"/><path d="M17 20V4"/><path d="m3 8 4-4 4 4"/><path d="M7 4v16"/>`,"list-filter":_`<path d="M2 5h20"/><path d="M6 12h12"/><path d="M9 19h6"/>`,smile:_`<circle cx="12" cy="12" r="10"/><path d="M8 14s1.5 2 4 2 4-2 4-2"/><line x1="9" x2="9.01" y1="9" y2="9"/><line x1="15" x2="15.01" y1="9" y2="9"/>`,"square-slash":_`<rect width="18" height="18" x="3" y="3" rx="2"/><line x1="9" x2="15" y1="15" y2="9"/>`,bold:_`<path d="M6 12h9a4 4 0 0 1 0 8H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h7a4 4 0 0 1 0 8"/>`,list:_`<path d="M3 5h.01"/><path d="M3 12h.01"/><path d="M3 19h.01"/><path d="M8 5h13"/><path d="M8 12h13"/><path d="M8 19h13"/>`,link:_`<path d="M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71"/><path d="M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71"/>`,plus:_`<path d="M5 12h14"/><path d="M12 5v14"/>`,tag:_`<path d="M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.42 0l6.58-6.58a2.426 2.426 0 0 0 0-3.42z"/><circle cx="7.5" cy="7.5" r=".5" fill="currentColor"/>`,"at-sign":_`<circle cx="12" cy="12" r="4"/><path d="M16 8v5a3 3 0 0 0 6 0v-1a10 10 0 1 0-4 8"/>`,"map-pin":_`<path d="M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0"/><circle cx="12" cy="10" r="3"/>`,"list-checks":_`<path d="M13 5h8"/><path d="M13 12h8"/><path d="M13 19h8"/><path d="m3 17 2 2 4-4"/><path d="m3 7 2 2 4-4"/>`},H=(e,t=16)=>c`<svg class="icon" viewBox="0 0 24 24" width=${t} height=${t} aria-hidden="true">${Hn[e]}</svg>`;var Ln=/[\u3400-\u9fff\uf900-\ufaff]/;function Se(e){let t=e.trim().split(/\s+/),s=t.at(-1);if(Ln.test(s))return[...s].at(-1)??"";let a=[...t[0]][0]??"";return(t.length>1?a+([...s][0]??""):a).toUpperCase()}var Rn=6;function jn(e){let t=0;for(let s of e)t=t*31+s.codePointAt(0)>>>0;return t%Rn+1}var ot=(e,t="")=>e.picture?c`<img class="avatar ${t}" src="/p/${e.picture}" alt="" width="36" height="36" />`:c`<span class="avatar ${t} tint-${jn(e.id)}" aria-hidden="true"
    >${t==="tiny"?[...Se(e.name)][0]:Se(e.name)}</span
  >`;var Fo=c`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`;var it=typeof navigator<"u"&&/Mac|iPhone|iPad/.test(navigator.platform),Un={Enter:"↵",Escape:"Esc",ArrowUp:"↑",ArrowDown:"↓",ArrowLeft:"←",ArrowRight:"→"," ":"Space",Backspace:"⌫",Delete:"Del"},Bn=new Set(["Shift","Control","Alt","Meta","AltGraph","CapsLock","Fn","Dead","Process","Unidentified"]),bs=/^\p{L}$/u;function ee(e,t=it){if(e.isComposing||e.keyCode===229||Bn.has(e.key))return null;let s=e.getModifierState?.("AltGraph")??!1,a=t?e.metaKey:e.ctrlKey&&!s;if(t?e.ctrlKey:e.metaKey)return null;let{key:r}=e,i=/^Key([A-Z])$/.exec(e.code??"");r.length===1&&r.charCodeAt(0)>127&&i&&(r=i[1]);let d=bs.test(r),l=r.length>1||r===" ",h=[];return a&&h.push("mod"),e.altKey&&!s&&h.push("Alt"),e.shiftKey&&(d||l)&&h.push("Shift"),h.push(d?r.toLowerCase():r),h.join("+")}function yt(e){let t=e.trim().split(/ +/).filter(Boolean);if(t.length===0||t.length>2)return null;let s=t.map(a=>{let o=a.split("+"),r=a.endsWith("+")?"+":o.at(-1),i=o.slice(0,a.endsWith("+")?-2:-1).map(u=>u.toLowerCase());if(!i.every(u=>["mod","alt","shift"].includes(u)))return null;let l=bs.test(r)?r.toLowerCase():r.length>1?r[0].toUpperCase()+r.slice(1):r;return[...[["mod","mod"],["alt","Alt"],["shift","Shift"]].flatMap(([u,$])=>i.includes(u)?[$]:[]),l].join("+")});return s.every(Boolean)?s.join(" "):null}function rt(e,t=it){return e?e.split(" ").flatMap(s=>(s==="+"?["+"]:s.split("+")).map(o=>o==="mod"?t?"⌘":"Ctrl":o==="Shift"?t?"⇧":"Shift":o==="Alt"?t?"⌥":"Alt":Un[o]??(o.length===1?o.toUpperCase():o))):[]}var vs=e=>rt(e).join(it?"":" "),ws=e=>e.startsWith("mod+")||e.startsWith("Alt+");var se=[],qn=0,Fn=0;var zn=()=>!!history.state?.layer&&!se.some(e=>e.id===history.state.layer);function ne(e){let t=qn+=1;return history[zn()?"replaceState":"pushState"]({...history.state,layer:t},""),se.push({id:t,close:e}),()=>{let s=se.findIndex(a=>a.id===t);s<0||(se.splice(s,1),setTimeout(()=>{history.state?.layer===t&&(Fn+=1,history.back())}))}}var ks=6,z=null,jt=null,Te=null;function Vn(e){let t=c`${e.mark?c`<span class="menu-mark">${e.mark}</span>`:g}<span class="menu-label"
      >${e.label}</span
    >${e.hint?c`<span class="menu-hint">${e.hint}</span>`:g}${e.checked?c`<span class="menu-check">${H("check")}</span>`:g}`;if(e.href)return c`<a class="menu-item" role="menuitem" tabindex="-1" href=${e.href} target="_blank" rel="noopener">${t}</a>`;let s=()=>{ae(),e.run?.()};return e.checked===void 0?c`<button class="menu-item" role="menuitem" tabindex="-1" @click=${s}>${t}</button>`:c`<button class="menu-item" role="menuitemradio" aria-checked=${e.checked} tabindex="-1" @click=${s}>
        ${t}
      </button>`}function Gn(e){let t=[...z?.querySelectorAll(".menu-item")??[]],s=t.indexOf(document.activeElement),a={ArrowDown:s+1,ArrowUp:s-1,Home:0,End:t.length-1}[e.key];if(e.key==="Tab")return ae();a!==void 0&&(e.preventDefault(),t[(a+t.length)%t.length]?.focus())}function Kn(e,t,s){let{width:a,height:o}=e.getBoundingClientRect(),r=Math.max(8,Math.min(t.left,innerWidth-a-8)),i=t.bottom+ks,d=s||i+o>innerHeight-8?Math.max(8,t.top-ks-o):i;e.style.setProperty("left",`${r}px`),e.style.setProperty("top",`${d}px`)}function ae(){z?.matches(":popover-open")&&z.hidePopover()}function xs(e,t,s,a={}){if(z?.matches(":popover-open")){let i=jt===e;if(ae(),i)return}z||(z=document.createElement("div"),z.className="menu",z.popover="auto",z.addEventListener("keydown",Gn),z.addEventListener("toggle",i=>{i.newState==="closed"&&(Te?.(),Te=null,jt?.setAttribute("aria-expanded","false"),(document.activeElement===document.body||z?.contains(document.activeElement))&&jt?.focus(),jt=null)}),(document.querySelector("main")??document.body).append(z));let o=z;jt=e,W(c`${a.head??g}
      <div role="menu" aria-label=${t}>
        ${s.filter(i=>i.items.length>0).map(i=>c`<div class="menu-group" role="group" aria-label=${i.label??t}>
              ${i.label?c`<div class="menu-head" aria-hidden="true">${i.label}</div>`:g}
              ${i.items.map(Vn)}
            </div>`)}
      </div>`,o),e.setAttribute("aria-expanded","true"),o.showPopover(),matchMedia("(max-width: 720px)").matches&&(Te=ne(ae)),Kn(o,e.getBoundingClientRect(),a.above??!1),(o.querySelector('[aria-checked="true"]')??o.querySelector(".menu-item"))?.focus()}var Wn=["online","away","offline"],Yn=["auto","light","dark"],Jn={auto:"sun-moon",light:"sun",dark:"moon"},Zn=[{id:"zh-CN",label:"中文"},{id:"en",label:"English"}];function As(e,t,s,a="inbox"){let o=()=>c`<div class="me-head">
      ${ot(e.agent)}
      <div><strong>${e.agent.name}</strong><span>${e.agent.email}</span></div>
    </div>`,r=i=>xs(i.currentTarget,n("agent.menu"),[{label:n("agent.state"),items:Wn.map(d=>({label:n(`agent.state_${d}`),mark:c`<i class="presence ${d==="online"?"on":d}"></i>`,checked:e.agent.availability===d,run:()=>s.availability(d)}))},{label:n("agent.language"),items:Zn.map(({id:d,label:l})=>({label:l,checked:O===d,run:()=>s.language(d)}))},{label:n("agent.theme"),items:Yn.map(d=>({label:n(`agent.theme_${d}`),mark:H(Jn[d]),checked:t.theme.value===d,run:()=>s.theme(d)}))},{items:[...t.phone.value?[{label:n("palette.title"),mark:H("search"),run:s.palette}]:[{label:n("agent.keys"),hint:"?",mark:H("keyboard"),run:()=>t.dialog.value="keys"},{label:n("agent.docs"),mark:H("book-open"),href:"/docs"}]]},{items:[{label:n("agent.sign_out"),mark:H("log-out"),run:()=>s.signOut(!1)},{label:n("agent.sign_out_everywhere"),mark:H("power"),run:()=>s.signOut(!0)}]}],{above:!0,head:o()});return()=>{e.ticks.frame.value;let i=e.book.counts?.waiting??0,d=e.agent.availability,l=document.querySelector('meta[name="assets"]')?.getAttribute("content")??"";return c`<img class="rail-logo" src="${l}/img/logo.svg" width="36" height="36" alt="" />
      <a class="rail-item" href="/inbox" aria-current=${a==="inbox"?"page":g}>
        <span class="rail-icon"
          >${H("inbox",t.phone.value?24:20)}${i?c`<span class="badge" aria-hidden="true">${i>99?"99+":i}</span>`:g}</span
        >
        <span>${n("inbox.title")}</span>
        ${i?c`<span class="hidden">${F("inbox.waiting_count",i)}</span>`:g}
      </a>
      <button
        class="rail-item rail-find no-phone"
        aria-haspopup="dialog"
        aria-keyshortcuts=${it?"Meta+K":"Control+K"}
        title=${`${n("palette.title")} · ${vs("mod+k")}`}
        @click=${s.palette}
      >
        <span class="rail-icon">${H("search",20)}</span><span>${n("palette.find")}</span>
      </button>
      <a class="rail-item" href="/settings" aria-current=${a==="settings"?"page":g}>
        <span class="rail-icon">${H("settings",t.phone.value?24:20)}</span>
        <span>${n("settings.title")}</span>
      </a>
      <button
        class="rail-me"
        aria-haspopup="menu"
        aria-expanded="false"
        @click=${r}
      >
        <span class="me-face">${ot(e.agent)}<i class="presence ${d==="online"?"on":d}"></i></span>
        <span class="hidden">${n("agent.menu_of",{name:e.agent.name,state:n(`agent.state_${d}`)})}</span>
        <span class="only-phone" aria-hidden="true">${n("common.me")}</span>
      </button>`}}var Ms=new Set([...[..."acvxwtnqrpfo"].map(e=>`mod+${e}`),"Tab","Shift+Tab","Escape"," ","ArrowUp","ArrowDown","ArrowLeft","ArrowRight","Home","End","PageUp","PageDown"]),ie=new Set(["back","open","send","undo_send"]),oe="none";function bt(e,t={}){let s=new Map,a=new Map,o=Object.entries(t).filter(([i])=>i in e&&!ie.has(i));for(let[i,d]of o){let l=d===oe?"":yt(d);l===null||l&&s.has(l)||(l&&s.set(l,i),a.set(i,l))}for(let[i,{key:d}]of Object.entries(e)){let l=d&&yt(d);a.has(i)||!l||s.has(l)||(s.set(l,i),a.set(i,l))}let r=new Set([...s.keys()].filter(i=>i.includes(" ")).map(i=>i.split(" ")[0]));return{keyOf:i=>a.get(i)??"",actionOf:i=>s.get(i)??null,opens:i=>r.has(i),against(i,d){let l=yt(d);if(!l)return{problem:"malformed"};if(Ms.has(l)||Ms.has(l.split(" ")[0]))return{problem:"reserved"};let h=s.get(l);return h&&h!==i?ie.has(h)?{problem:"reserved"}:{problem:"taken",by:h}:r.has(l)||l.includes(" ")&&s.has(l.split(" ")[0])?{problem:"pair"}:null},keyless:()=>Object.keys(e).filter(i=>e[i].key&&!a.get(i))}}function re(e,t,s,a){let o={...t},r=a===null?yt(e[s].key):yt(a)||"";a===null?delete o[s]:o[s]=r||oe;let i=bt(e,t),d=r?i.actionOf(r):null;return d&&d!==s&&(o[d]=oe),Object.fromEntries(Object.entries(o).filter(([l,h])=>l in e&&h!==(yt(e[l].key)??oe)))}var Xn=1500,Qn=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName));function Es({keymap:e,actions:t,waiting:s}){let a=null,o=null,r=()=>{a!==null&&(clearTimeout(o),a=null,s?.(null))};addEventListener("keydown",i=>{if(i.defaultPrevented||i.repeat&&a)return;let d=ee(i);if(!d)return;if(document.querySelector("dialog[open], .menu:popover-open"))return r();let l=e(),h=!Qn(i.target),u=a===null?null:`${a} ${d}`,$=a!==null;if(r(),!$&&h&&l.opens(d)){a=d,o=setTimeout(r,Xn),s?.(d),i.preventDefault();return}let p=(u&&l.actionOf(u))??l.actionOf(d),m=p?t[p]:null;!m||!h&&!ws(d)&&!m.field||m.when?.()===!1||(i.preventDefault(),m.run())})}var Ce=(e,t)=>t===0||/[\s·.,/\-_:：，（(「]/.test(e[t-1]);function ta(e,t){let s=-1;for(let a=t.indexOf(e);a>=0;a=t.indexOf(e,a+1))if(s<0&&(s=a),Ce(t,a)){s=a;break}if(s>=0)return{score:(s===0?e.length===t.length?100:60:Ce(t,s)?40:20)-s/100,spans:[[s,s+e.length]]};if(e.length<2)return null;for(let a=t.indexOf(e[0]);a>=0;a=t.indexOf(e[0],a+1)){let o=[[a,a+1]],r=a;for(let i of e.slice(1)){let d=t.indexOf(i,r+1);if(!(d>=0&&(d-r<=4||Ce(t,d)))){o.length=0;break}let h=o[o.length-1];d===h[1]?h[1]+=1:o.push([d,d+1]),r=d}if(o.length)return{score:5-o.length/10,spans:o}}return null}function Ss(e,t,s=""){let a=e.toLowerCase().split(/\s+/).filter(Boolean),o=t.toLowerCase(),r=s.toLowerCase(),i=0,d=[];for(let l of a){let h=ta(l,o);if(h)i+=h.score,d.push(...h.spans);else if(r.includes(l))i+=1;else return null}return{score:i,spans:ea(d)}}function ea(e){let t=[];for(let[s,a]of e.sort((o,r)=>o[0]-r[0])){let o=t[t.length-1];o&&s<=o[1]?o[1]=Math.max(o[1],a):t.push([s,a])}return t}function Ts(e,t){let s=[],a=0;for(let[o,r]of t)o>a&&s.push({text:e.slice(a,o),hit:!1}),s.push({text:e.slice(o,r),hit:!0}),a=r;return a<e.length&&s.push({text:e.slice(a),hit:!1}),s}var sa=["selection","conversation","assign","view","recent","settings","desk"],na=8,Cs=10;function Os(e,t){let s=t.trim(),a=[];for(let i of e){if(!s){i.asked||a.push({entry:i,spans:[],score:0});continue}let d=Ss(s,i.label,`${i.hint??""} ${i.more??""}`);d&&a.push({entry:i,...d})}let o=a.filter(i=>i.score>=Cs||i.spans.length===0);o.some(i=>i.score>=Cs)&&(a=o);let r=sa.map(i=>({name:i,hits:a.filter(d=>d.entry.group===i).sort((d,l)=>l.score-d.score).slice(0,na).map(({entry:d,spans:l})=>({entry:d,spans:l}))})).filter(i=>i.hits.length>0);return{groups:r,flat:r.flatMap(i=>i.hits)}}var Ps=(e,t,s)=>s===0?0:(e+t+s)%s;var aa=e=>e?c`<span class="palette-keys">${rt(e).map(t=>c`<kbd>${t}</kbd>`)}</span>`:g;function Ds({entries:e,subject:t,next:s,phone:a}){let o=R(!1),r=R(""),i=R(0),d=R([]),l=xe(()=>Os(d.value,r.value)),h=null,u=()=>document.getElementById("palette"),$=()=>u()?.close(),p=()=>{o.value=!1,h?.(),h=null},m=()=>{if(o.peek())return $();d.value=e(),r.value="",i.value=0,o.value=!0,a()&&(h=ne($))},b=(v,S)=>{$(),v.run(),S&&v.next&&s()},f=v=>{i.value=Ps(i.value,v,l.value.flat.length),document.getElementById(`palette-${i.value}`)?.scrollIntoView({block:"nearest"})},M=v=>{if(v.isComposing||v.keyCode===229)return;let S={ArrowDown:1,ArrowUp:-1,PageDown:5,PageUp:-5}[v.key];if(S!==void 0)f(S);else if(v.key==="Enter"){let k=l.value.flat[i.value];k&&b(k.entry,v.metaKey||v.ctrlKey)}else if(v.key.toLowerCase()==="k"&&(it?v.metaKey:v.ctrlKey))$();else return;v.preventDefault()},x=({entry:v,spans:S},k)=>{let T=k===i.value;return c`<div
      class="palette-item ${T?"active":""}"
      id="palette-${k}"
      role="option"
      aria-selected=${T}
      @click=${P=>b(v,P.metaKey||P.ctrlKey)}
      @pointermove=${()=>i.peek()!==k&&(i.value=k)}
    >
      <span class="palette-mark">${v.mark??g}</span>
      <span class="palette-label"
        ><span>${Ts(v.label,S).map(P=>P.hit?c`<b>${P.text}</b>`:P.text)}</span
        >${v.hint?c` <span class="palette-hint">${v.hint}</span>`:g}</span
      >
      ${v.current?c`<span class="palette-now">${H("check")}<span class="hidden">${n("palette.current")}</span></span>`:g}
      ${aa(v.key??"")}
    </div>`},w=()=>{let v=0;return l.value.groups.map(S=>c`<div role="group" aria-labelledby="palette-head-${S.name}">
        <div class="palette-head" id="palette-head-${S.name}">
          ${n(`palette.group_${S.name}`,{subject:Y(t)??""})}
        </div>
        ${S.hits.map(k=>x(k,v++))}
      </div>`)};return{open:m,close:$,view:()=>{if(!o.value)return g;let{flat:v}=l.value,S=Y(t);return c`<dialog
        class="palette"
        id="palette"
        aria-label=${n("palette.title")}
        @close=${p}
        @click=${k=>k.target===k.currentTarget&&$()}
      >
        <div class="palette-field">
          ${S?c`<span class="palette-chip">${S}</span>`:c`<span class="palette-lens">${H("search",18)}</span>`}
          <input
            id="palette-query"
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-autocomplete="list"
            aria-activedescendant=${v.length?`palette-${i.value}`:g}
            aria-label=${S?n("palette.label_about",{subject:S}):n("palette.label")}
            placeholder=${n("palette.placeholder")}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="go"
            @input=${k=>{r.value=k.target.value,i.value=0,document.getElementById("palette-list")?.scrollTo(0,0)}}
            @keydown=${M}
          />
          <button class="palette-esc" type="button" aria-label=${n("palette.close")} @click=${$}>
            <kbd class="no-phone">Esc</kbd><span class="only-phone">${H("x",20)}</span>
          </button>
        </div>
        <div class="palette-list" id="palette-list" role="listbox" aria-label=${n("palette.results")}>${w()}</div>
        ${v.length?g:c`<p class="palette-none">${n("palette.nothing",{query:r.value})}</p>`}
        <div class="palette-foot">
          <span class="no-phone" aria-hidden="true"
            ><span><kbd>↑</kbd><kbd>↓</kbd>${n("palette.key_move")}</span><span><kbd>↵</kbd>${n("palette.key_run")}</span
            ><span><kbd>${it?"⌘↵":"Ctrl ↵"}</kbd>${n("palette.key_next")}</span></span
          >
          <span role="status">${F("palette.count",v.length)}</span>
        </div>
      </dialog>`},around:{after(){let v=u();!v||v.open||(v.showModal(),document.getElementById("palette-query")?.focus())}}}}var Oe=["mine","unassigned","open","waiting","snoozed","closed"];var Is=[{id:"channels",label:"settings.group_channels"},{id:"answering",label:"settings.group_answering"},{id:"team",label:"settings.group_team"},{id:"me",label:"settings.group_me"}],oa=[{id:"widget",group:"channels",label:"settings.widget",keywords:"settings.find_widget",manage:!0},{id:"hours",group:"answering",label:"settings.hours",keywords:"settings.find_hours",manage:!0},{id:"team",group:"team",label:"settings.team",keywords:"settings.find_team",manage:!0},{id:"shop",group:"team",label:"settings.shop",keywords:"settings.find_shop",manage:!0},{id:"data",group:"team",label:"settings.data",keywords:"settings.find_data",manage:!0},{id:"about",group:"team",label:"settings.about",keywords:"settings.find_about",manage:!1},{id:"profile",group:"me",label:"settings.profile",keywords:"settings.find_profile",manage:!1},{id:"notifications",group:"me",label:"settings.notifications",keywords:"settings.find_notifications",manage:!1},{id:"sessions",group:"me",label:"settings.sessions",keywords:"settings.find_sessions",manage:!1},{id:"tokens",group:"me",label:"settings.tokens",keywords:"settings.find_tokens",manage:!1}],le=e=>oa.filter(t=>!t.manage||e!=="agent");var Pe=6e4,De=60*Pe,Ie=24*De,ia=new Intl.DateTimeFormat(O,{hour:"2-digit",minute:"2-digit",hourCycle:"h23"}),ra=new Intl.DateTimeFormat(O,{weekday:"short"}),ki=new Intl.DateTimeFormat(O,{weekday:"long"}),la=new Intl.DateTimeFormat(O,{day:"numeric",month:O==="zh-CN"?"long":"short"}),ca=new Intl.DateTimeFormat(O,{day:"numeric",month:"short",year:"numeric"}),xi=new Intl.DateTimeFormat(O,{month:O==="zh-CN"?"short":"long"}),Ai=new Intl.DateTimeFormat(O,{year:"numeric"}),da=new Intl.DateTimeFormat(O,{dateStyle:"long",timeStyle:"medium",hourCycle:"h23"});function pa(e,t){let s=a=>new Date(a.getFullYear(),a.getMonth(),a.getDate()).getTime();return Math.round((s(new Date(t))-s(e))/Ie)}function lt(e,t){let s=Math.max(0,t-Date.parse(e));return s<Pe?n("common.now"):s<De?n("common.minutes",{count:Math.floor(s/Pe)}):s<Ie?n("common.hours",{count:Math.floor(s/De)}):n("common.days",{count:Math.floor(s/Ie)})}function Ne(e,t){let s=new Date(e),a=pa(s,t);return a<=0?ia.format(s):a===1?n("common.yesterday"):a<7?ra.format(s):s.getFullYear()===new Date(t).getFullYear()?la.format(s):ca.format(s)}var j=e=>da.format(new Date(e));var Ns=e=>le(e).map(t=>({id:`settings:${t.id}`,group:"settings",label:n("palette.settings_page",{name:n(t.label)}),more:`settings ${t.id} ${n(t.keywords)}`,mark:H("settings",18),asked:!0,run:()=>location.assign(`/settings/${t.id}`)}));var Ls=({csrf:e,signedOut:t})=>async(s,a,o)=>{try{return await fe(s,`/api/v1${a}`,o,e)}catch(r){throw r instanceof J&&r.status===401&&t(),r}},ua=["image/png","image/jpeg","image/webp"],Hs=120*1024;async function ma(e,t){let s=await createImageBitmap(e),a=Math.min(1,t/Math.max(s.width,s.height));if(a===1&&e.size<=Hs&&ua.includes(e.type))return e;let o=document.createElement("canvas");for(let r=a;;r*=.8){o.width=Math.max(1,Math.round(s.width*r)),o.height=Math.max(1,Math.round(s.height*r)),o.getContext("2d").drawImage(s,0,0,o.width,o.height);let i=await new Promise(d=>o.toBlob(d,"image/webp",.85));if(i&&(i.size<=Hs||r<.1))return i}}var Rs=({csrf:e,signedOut:t})=>async(s,a)=>{let o=await ma(s,a).catch(()=>{throw new J(400,{code:"invalid"},null)}),r;try{r=await fetch("/api/v1/pictures",{method:"POST",headers:{"x-csrf-token":e,"content-type":o.type||"application/octet-stream"},credentials:"same-origin",body:o})}catch{throw new J(0,null,null)}if(r.status===401&&t(),!r.ok)throw new J(r.status,null,null);return(await r.json()).picture};var ha={search:_`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,bubble:_`<path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719"/>`,out:_`<path d="M15 3h6v6"/><path d="M10 14 21 3"/><path d="M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"/>`,users:_`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,user:_`<path d="M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2"/><circle cx="12" cy="7" r="4"/>`,check:_`<path d="M20 6 9 17l-5-5"/>`,done:_`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,alert:_`<circle cx="12" cy="12" r="10"/><line x1="12" x2="12" y1="8" y2="12"/><line x1="12" x2="12.01" y1="16" y2="16"/>`,copy:_`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`,clock:_`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,quote:_`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/><path d="M7 11h10"/><path d="M7 15h6"/><path d="M7 7h8"/>`,tag:_`<path d="M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.42 0l6.58-6.58a2.426 2.426 0 0 0 0-3.42z"/><circle cx="7.5" cy="7.5" r=".5" fill="currentColor"/>`,store:_`<path d="M15 21v-5a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v5"/><path d="M17.774 10.31a1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.451 0 1.12 1.12 0 0 0-1.548 0 2.5 2.5 0 0 1-3.452 0 1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.77-3.248l2.889-4.184A2 2 0 0 1 7 2h10a2 2 0 0 1 1.653.873l2.895 4.192a2.5 2.5 0 0 1-3.774 3.244"/><path d="M4 10.95V19a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8.05"/>`,drive:_`<path d="M10 16h.01"/><path d="M2.212 11.577a2 2 0 0 0-.212.896V18a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-5.527a2 2 0 0 0-.212-.896L18.55 5.11A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/><path d="M21.946 12.013H2.054"/><path d="M6 16h.01"/>`,info:_`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,bell:_`<path d="M10.268 21a2 2 0 0 0 3.464 0"/><path d="M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326"/>`,monitor:_`<rect width="20" height="14" x="2" y="3" rx="2"/><path d="M8 21h8"/><path d="M12 17v4"/>`,smartphone:_`<rect width="14" height="20" x="5" y="2" rx="2" ry="2"/><path d="M12 18h.01"/>`,code:_`<path d="m18 16 4-4-4-4"/><path d="m6 8-4 4 4 4"/><path d="m14.5 4-5 16"/>`,plus:_`<path d="M5 12h14"/><path d="M12 5v14"/>`,x:_`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,trash:_`<path d="M10 11v6"/><path d="M14 11v6"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M3 6h18"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`,pencil:_`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,download:_`<path d="M12 15V3"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><path d="m7 10 5 5 5-5"/>`,up:_`<path d="m18 15-6-6-6 6"/>`,down:_`<path d="m6 9 6 6 6-6"/>`,sun:_`<circle cx="12" cy="12" r="4"/><path d="M12 2v2"/><path d="M12 20v2"/><path d="m4.93 4.93 1.41 1.41"/><path d="m17.66 17.66 1.41 1.41"/><path d="M2 12h2"/><path d="M20 12h2"/><path d="m6.34 17.66-1.41 1.41"/><path d="m19.07 4.93-1.41 1.41"/>`,moon:_`<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/>`,square:_`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/>`,headset:_`<path d="M3 11h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-5Zm0 0a9 9 0 1 1 18 0m0 0v5a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3Z"/><path d="M21 16v2a4 4 0 0 1-4 4h-5"/>`,leaf:_`<path d="M11 20A7 7 0 0 1 9.8 6.1C15.5 5 17 4.48 19 2c1 2 2 4.18 2 8 0 5.5-4.78 10-10 10Z"/><path d="M2 21c0-3 1.85-5.36 5.08-6C9.5 14.52 12 13 13 12"/>`,"chevron-left":_`<path d="m15 18-6-6 6-6"/>`,"chevron-right":_`<path d="m9 18 6-6-6-6"/>`},D=(e,t=16)=>c`<svg class="icon" viewBox="0 0 24 24" width=${t} height=${t} aria-hidden="true">${ha[e]}</svg>`;var ga=5e3,fa={widget:"bubble",hours:"clock",canned:"quote",labels:"tag",team:"users",shop:"store",data:"drive",about:"info",profile:"user",notifications:"bell",sessions:"monitor",tokens:"code"};function js({me:e,asked:t,shown:s,schedule:a,phone:o}){let r=document.getElementById("settings"),i=null,d=null,l=null,h=null,u="",$=!1,p=!1,m=()=>{$||($=!0,a(()=>{$=!1,xn()}))},b=(y,E={})=>{clearTimeout(l),d={text:y,bad:E.bad??!1,action:E.action},l=setTimeout(()=>{d=null,m()},ga),m()},f=y=>{let C={0:"error.unreachable",403:"error.forbidden",404:"error.not_found",409:"error.conflict",429:"error.rate_limited",503:"error.unavailable",400:"error.invalid",422:"error.invalid"}[y?.status];b(C?n(C):n("error.unexpected"),{bad:!0})},M=y=>new Promise(E=>{h={...y,typed:"",answer:C=>{h=null,m(),E(C)}},m()}),x=()=>i?.form?i.form.changes.length:0,w=async()=>{if(!(!i?.form||x()===0))try{await i.form.save()?b(n("settings_frame.saved")):requestAnimationFrame(()=>r.querySelector('[aria-invalid="true"]')?.focus())}catch(y){f(y)}};r.addEventListener("click",async y=>{let E=y.target.closest?.("a[href]");!(E instanceof HTMLAnchorElement)||E.target||E.origin!==location.origin||x()===0||y.metaKey||y.ctrlKey||y.shiftKey||(y.preventDefault(),!await M({title:n("settings_frame.leave_title"),text:F("settings_frame.leave_text",x()),confirm:n("settings_frame.leave"),cancel:n("settings_frame.stay")}))||(p=!0,location.assign(E.href))}),addEventListener("beforeunload",y=>{!p&&x()>0&&y.preventDefault()});let v=/Mac|iPhone|iPad/.test(navigator.platform);addEventListener("keydown",y=>{y.isComposing||document.querySelector("dialog[open], .menu:popover-open")||((v?y.metaKey:y.ctrlKey)&&y.key.toLowerCase()==="s"?(y.preventDefault(),w()):y.key==="/"&&!(y.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(y.target.tagName))&&(y.preventDefault(),document.getElementById("settings-search")?.focus()))});let S=le(e.agent.role),k=()=>{let y=u.trim().toLowerCase().split(/\s+/).filter(Boolean);return S.filter(E=>{let C=`${n(E.label)} ${n(E.keywords)}`.toLowerCase();return y.every(L=>C.includes(L))})},T=()=>{let y=k(),E=t||(o()?"":s),C=n("settings.title");return c`${E?c`<p class="pages-title">${C}</p>`:c`<h1 class="pages-title">${C}</h1>`}
      <div class="pages-search" role="search">
        ${D("search")}
        <input
          id="settings-search"
          type="search"
          placeholder=${n("settings_frame.search")}
          aria-label=${n("settings_frame.search")}
          autocomplete="off"
          .value=${N(u)}
          @input=${L=>{u=L.target.value,m()}}
          @keydown=${L=>{L.isComposing||(L.key==="Enter"&&y[0]&&r.querySelector(".pages-link")?.click(),L.key==="Escape"&&u&&(u="",m()))}}
        /><kbd class="no-phone" aria-hidden="true">/</kbd>
      </div>
      <nav class="pages-list" aria-label=${n("settings.title")}>
        ${Is.map(L=>{let Pt=y.filter(nt=>nt.group===L.id);return Pt.length===0?g:c`<p class="pages-group" id="group-${L.id}">${n(L.label)}</p>
            <ul aria-labelledby="group-${L.id}">
              ${Pt.map(nt=>c`<li>
                    <a class="pages-link" href="/settings/${nt.id}" aria-current=${nt.id===E?"page":g}
                      >${D(fa[nt.id])}<span>${n(nt.label)}</span>${D("chevron-right")}</a
                    >
                  </li>`)}
            </ul>`})}
        ${y.length===0?c`<p class="pages-none" role="status">${n("settings_frame.nothing",{text:u})}</p>`:g}
      </nav>`},P=()=>{let y=i?.form;if(!y||y.phase!=="ready")return g;let E=y.changes.length,C=Object.keys(y.errors).length,L=i?.words??{save:"settings_frame.make_live",changes:"settings_frame.not_live"};return c`<footer class="page-bar" data-changes=${E}>
      <p role="status">
        ${C?c`<span class="bad">${F("settings_frame.wrong",C)}</span>`:E?F(L.changes,E):n("settings_frame.all_saved")}
      </p>
      ${E?c`<button type="button" class="button quiet" @click=${()=>y.revert()}>${n("settings_frame.revert")}</button>
            <button type="button" class="button primary" aria-busy=${y.busy} @click=${w}>
              ${n(L.save)}<kbd class="no-phone" aria-hidden="true">${v?"⌘":"Ctrl "}S</kbd>
            </button>`:g}
    </footer>`},X=()=>{if(!i)return g;let y=S.find(C=>C.id===s),E=i.form;return c`<section class="page" aria-labelledby="page-title">
        <header class="page-head">
          <a class="icon-button only-phone" href="/settings" aria-label=${n("common.back")}>${D("chevron-left",22)}</a>
          <h1 id="page-title" tabindex="-1">${y?n(y.label):""}</h1>
          ${i.status?.()??g}
        </header>
        ${i.tabs?c`<div class="page-tabs" role="tablist" aria-labelledby="page-title" @keydown=${U}>
              ${i.tabs.map(C=>c`<button
                    type="button"
                    role="tab"
                    id="tab-${C.id}"
                    aria-controls="page-body"
                    aria-selected=${C.id===i?.tab}
                    tabindex=${C.id===i?.tab?0:-1}
                    @click=${()=>i?.choose?.(C.id)}
                  >
                    ${C.label}
                  </button>`)}
            </div>`:g}
        <div
          class="page-body"
          id="page-body"
          role=${i.tabs?"tabpanel":g}
          aria-labelledby=${i.tabs?`tab-${i.tab}`:g}
          tabindex="0"
        >
          <div class="page-content">
            ${E?.phase==="failed"?c`<p class="page-failed" role="alert">
                  ${n("settings_frame.load_failed")}
                  <button type="button" class="text-button" @click=${()=>E.load()}>${n("common.retry")}</button>
                </p>`:E?.phase==="loading"?c`<p class="page-loading" role="status">${n("common.loading")}</p>`:i.body()}
          </div>
        </div>
        ${P()}
      </section>
      ${i.aside&&E?.phase!=="loading"&&E?.phase!=="failed"?i.aside():g}`};function U(y){let E=i?.tabs??[],C=E.findIndex(nt=>nt.id===i?.tab),L={ArrowRight:C+1,ArrowLeft:C-1,Home:0,End:E.length-1}[y.key];if(L===void 0)return;y.preventDefault();let Pt=E[(L+E.length)%E.length];i?.choose?.(Pt.id),requestAnimationFrame(()=>document.getElementById(`tab-${Pt.id}`)?.focus())}let kn=()=>{if(!h)return g;let y=h,E=!y.type||y.typed.trim()===y.type;return c`<dialog
      class="dialog"
      aria-labelledby="dialog-title"
      @close=${()=>h===y&&y.answer(!1)}
      @click=${C=>C.target===C.currentTarget&&y.answer(!1)}
    >
      <form
        class="dialog-body"
        method="dialog"
        @submit=${C=>{C.preventDefault(),E&&y.answer(!0)}}
      >
        <h2 id="dialog-title">${y.title}</h2>
        ${y.text?c`<p>${y.text}</p>`:g} ${y.content??g}
        ${y.type?c`<div class="set-field dialog-type">
              <label for="dialog-typed">${n("settings_frame.type_it")} <code>${y.type}</code></label>
              <input
                id="dialog-typed"
                class="input mono"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                .value=${N(y.typed)}
                @input=${C=>{y.typed=C.target.value,m()}}
              />
            </div>`:g}
        <div class="dialog-actions">
          <button type="button" class="button" @click=${()=>y.answer(!1)}>${y.cancel??n("settings_frame.cancel")}</button>
          <button type="submit" class="button primary" ?disabled=${!E}>${y.confirm}</button>
        </div>
      </form>
    </dialog>`};W(c`<nav class="rail" aria-label=${n("inbox.navigation")}></nav>
      <section class="pages" aria-label=${n("settings_frame.pages")}></section>
      <div class="sheet page-sheet"></div>
      <div class="toasts" role="status"></div>
      <div class="dialogs"></div>
      <div class="palette-place"></div>`,r);let kt=y=>r.querySelector(`.${y}`);function xn(){r.dataset.pane=t?"page":"list",r.dataset.aside=String(!!i?.aside),W(T(),kt("pages")),W(t||!o()?X():g,kt("page-sheet")),W(d?c`<div class="toast ${d.bad?"toast-bad":""}">
            ${D(d.bad?"alert":"done",18)}<span>${d.text}</span>
            ${d.action?c`<button class="text-button" @click=${d.action.run}>${d.action.label}</button>`:g}
          </div>`:g,kt("toasts")),W(kn(),kt("dialogs"));let y=r.querySelector(".dialogs dialog");y instanceof HTMLDialogElement&&!y.open&&y.showModal()}return{rail:kt("rail"),palette:kt("palette-place"),changed:m,say:b,failed:f,ask:M,save:w,unsaved:x,show(y){i=y,y.start?.(),y.form&&y.form.load(),m()}}}var He=e=>`f-${e.replace(/[^\w-]/g,"-")}`;function Ut(e,t){let s=e.errors[t];return c`<p class="field-error" id="${He(t)}-error" role="alert">${s??""}</p>`}var Us=(e,t,s)=>c`<div class="set-label"><label for=${t}>${e}</label>${s?c`<span class="field-hint">${s}</span>`:g}</div>`;function Bt(e,t,s){let a=He(t);return c`<div class="set-field">
    ${Us(s.label,a,s.note)}
    <div class="set-box">
      <input
        id=${a}
        class="input ${s.mono?"mono":""}"
        type=${s.type??"text"}
        placeholder=${s.placeholder??g}
        maxlength=${s.max??g}
        autocomplete=${s.autocomplete??"off"}
        inputmode=${s.inputmode??g}
        ?disabled=${s.disabled??!1}
        aria-invalid=${e.errors[t]?"true":g}
        aria-describedby="${a}-hint ${a}-error"
        .value=${N(e.get(t)??"")}
        @input=${o=>e.set(t,o.target.value)}
      />${s.tail??g}
    </div>
    <p class="field-hint" id="${a}-hint">${s.hint??g}</p>
    ${Ut(e,t)}
  </div>`}var ce=(e,t,s,a,o)=>c`<span class="select"
    ><select id=${e} aria-label=${o??g} @change=${r=>a(r.target.value)}>
      ${t.map(r=>c`<option value=${r.value} ?selected=${N(r.value===s)}>${r.label}</option>`)}
    </select></span
  >`;function Bs(e,t,s){let a=He(t);return c`<div class="set-field">
    ${Us(s.label,a,s.note)}
    ${ce(a,s.options,String(e.get(t)),o=>e.set(t,o))}
    <p class="field-hint">${s.hint??g}</p>
    ${Ut(e,t)}
  </div>`}var Le=(e,t,s,a,o=!1)=>c`<div class="set-switch">
    <label class="switch"
      ><input
        type="checkbox"
        role="switch"
        .checked=${N(e)}
        ?disabled=${o}
        @change=${r=>t(r.target.checked)}
      /><span>${s}</span></label
    >
    ${a?c`<p class="field-hint">${a}</p>`:g}
  </div>`,Re=(e,t,s,a)=>Le(!!e.get(t),o=>e.set(t,o),s,a),q=(e,t,s,a)=>c`<div class="segments" role="group" aria-label=${e}>
    ${t.map(o=>c`<button
          type="button"
          class="segment"
          aria-pressed=${o.value===s}
          aria-label=${o.title??g}
          title=${o.title??g}
          @click=${()=>a(o.value)}
        >
          ${o.label}
        </button>`)}
  </div>`,A=(e,t,s,a)=>c`<section class="set-section">
    <div class="set-head">
      <div>
        <h2>${e}</h2>
        ${s?c`<p>${s}</p>`:g}
      </div>
      ${a??g}
    </div>
    ${t}
  </section>`;function $a(e){let t=/^(\d{1,2})(?:\D?(\d{2}))?$/.exec(e.trim());if(!t)return e;let[s,a]=[Number(t[1]),Number(t[2]??0)];return s>24||a>59||s===24&&a>0?e:`${String(s).padStart(2,"0")}:${String(a).padStart(2,"0")}`}var ct=(e,t,s)=>c`<input
    class="input time"
    inputmode="numeric"
    maxlength="5"
    placeholder="09:00"
    autocomplete="off"
    aria-label=${e}
    .value=${N(t)}
    @input=${a=>s(a.target.value)}
    @change=${a=>s($a(a.target.value))}
  />`;function et(e,t,s){return c`<div class="code" role="group" aria-label=${s??g}
    ><code tabindex="0">${t??e}</code
    ><button type="button" class="code-copy" @click=${async o=>{let r=o.currentTarget,i=r.querySelector(".copy-label");try{await navigator.clipboard.writeText(e)}catch{let d=r.parentElement?.querySelector("code");d&&getSelection()?.selectAllChildren(d);return}i.textContent=n("common.copied"),setTimeout(()=>i.textContent=n("common.copy"),2e3)}}>
      ${D("copy",14)}<span class="copy-label" aria-live="polite">${n("common.copy")}</span>
    </button></div
  >`}function K(e,t){let s={phase:"loading",value:null,async load(){s.value===null&&(s.phase="loading");try{s.value=await e(),s.phase="ready"}catch{s.value===null&&(s.phase="failed")}t()},view(a){return s.value!==null?a(s.value):s.phase==="loading"?c`<p class="page-loading" role="status">${n("common.loading")}</p>`:c`<p class="page-failed" role="alert">
        ${n("settings_frame.load_failed")}
        <button type="button" class="text-button" @click=${()=>s.load()}>${n("common.retry")}</button>
      </p>`}};return s}function qs({call:e,changed:t,origin:s}){let a=K(()=>e("GET","/about"),t);return{start:a.load,body:()=>a.view(o=>{let r=[["version",o.version],["address",s],["started",j(o.started_at)],["seats",n("settings_about.seats_of",{used:o.seats.used,allowed:o.seats.allowed})],["schema",String(o.schema)],["sqlite",o.sqlite],["log",o.log_epoch]];return c`${A("servicedesk",c`<dl class="facts">${r.map(([i,d])=>c`<dt>${n(`settings_about.${i}`)}</dt><dd>${d}</dd>`)}</dl>`,n("settings_about.intro"),c`<a class="button" href="/docs">${n("settings_about.docs")}</a>`)}
          ${A(n("settings_about.licences"),c`<details class="licences">
              <summary>${n("settings_about.licences_count",{count:o.licences.length})}</summary>
              <div class="table-scroll" tabindex="0" role="region" aria-label=${n("settings_about.licences")}>
                <table>
                  <thead><tr><th scope="col">${n("settings_about.part")}</th><th scope="col">${n("settings_about.version")}</th><th scope="col">${n("settings_about.licence")}</th></tr></thead>
                  <tbody>${o.licences.map(i=>c`<tr><td>${i.name}</td><td>${i.version??g}</td><td>${i.licence}</td></tr>`)}</tbody>
                </table>
              </div>
            </details>`,n("settings_about.licences_intro"))}`})}}var _a=400,ya=700,ba=18e4,je=new Intl.NumberFormat(O),Fs=["byte","kilobyte","megabyte","gigabyte","terabyte"];function Tt(e){let t=0,s=e;for(;s>=1e3&&t<Fs.length-1;)s/=1e3,t+=1;return new Intl.NumberFormat(O,{style:"unit",unit:Fs[t],unitDisplay:"short",maximumFractionDigits:s<10&&t>0?1:0}).format(s)}var zs=e=>new Promise(t=>setTimeout(t,e));function Vs({me:e,call:t,changed:s,say:a,failed:o,ask:r}){let i=e.agent.role==="owner",d=K(()=>t("GET","/data"),s),l=K(()=>t("GET","/backups"),s),h=K(()=>t("GET","/setup/list"),s),u=!1,$=!1,p=null,m=async()=>{if(u)return;u=!0,await l.load();let k=!1;for(;l.value?.running;)k=!0,await zs(_a),await l.load();u=!1,k&&(l.value?.failed_at&&a(n("settings_data.backup_failed"),{bad:!0}),await d.load())},b=async()=>{try{let{name:k}=await t("POST","/backups",{});await m(),l.value?.items.some(T=>T.name===k)&&a(n("settings_data.backup_done"))}catch(k){o(k)}},f=async k=>{if(await r({title:n("settings_data.remove_ask"),text:n("settings_data.remove_means",{time:j(k.created_at)}),confirm:n("settings_data.remove")})){try{await t("DELETE",`/backups/${k.name}`,{}),a(n("settings_data.removed"))}catch(P){o(P)}await Promise.all([l.load(),d.load()])}},M=async k=>{if(!await r({title:n("settings_data.restore_ask"),text:n("settings_data.restore_means",{time:j(k.created_at)}),confirm:n("settings_data.restore"),type:k.name}))return;let P=l.value?.last_restore?.at??null;try{await t("POST",`/backups/${k.name}/restore`,{confirm:k.name})}catch(U){U?.code==="damaged_backup"?a(n("settings_data.damaged"),{bad:!0}):o(U);return}p="waiting",s();let X=Date.now()+ba;for(;Date.now()<X;){await zs(ya);try{let U=await t("GET","/backups");if(U.last_restore&&U.last_restore.at!==P){p=null,l.value=U,a(U.last_restore.done?n("settings_data.restored"):n("settings_data.not_restored"),{bad:!U.last_restore.done}),await Promise.all([d.load(),h.load()]);return}}catch{}}p="lost",s()},x=async k=>{if(!$){$=!0,s();try{await t(k?"POST":"DELETE","/demo-data",{}),a(n(k?"settings_data.demo_added":"settings_data.demo_removed"))}catch(T){o(T)}$=!1,await Promise.all([h.load(),d.load()])}},w=()=>d.view(k=>{let T=["database","wal","snapshots","backups"],P=T.reduce((X,U)=>X+k[`${U}_bytes`],0);return A(n("settings_data.room"),c`<ul class="bars">
            ${T.map(X=>{let U=k[`${X}_bytes`];return c`<li>
                <span>${n(`settings_data.${X}`)}</span>
                <meter class="amount" min="0" max=${Math.max(P,1)} value=${U} aria-label=${n(`settings_data.${X}`)}></meter>
                <span class="number">${Tt(U)}</span>
              </li>`})}
          </ul>
          <p class="thing-about">
            ${[F("settings_data.conversations",k.conversations,{n:je.format(k.conversations)}),F("settings_data.messages",k.messages,{n:je.format(k.messages)}),F("settings_data.contacts",k.contacts,{n:je.format(k.contacts)})].join(" · ")}
          </p>`,n("settings_data.room_intro",{used:Tt(P),free:Tt(k.disk_free_bytes)}))}),v=()=>l.view(({items:k,running:T})=>A(n("settings_data.backups"),c`${T?c`<div class="work" role="status">
                <span>${n("settings_data.running",{done:Tt(T.copied_bytes),all:Tt(T.total_bytes),time:lt(T.started_at,Date.now())})}</span>
                <progress class="seats" max=${Math.max(T.total_bytes,1)} value=${T.copied_bytes} aria-label=${n("settings_data.backups")}></progress>
              </div>`:g}
          ${k.length===0&&!T?c`<p class="nothing-yet">${n("settings_data.no_backups")}</p>`:g}
          <ul class="things">
            ${k.map(P=>c`<li class="thing">
                  <span class="thing-mark">${D("drive")}</span>
                  <div class="thing-what">
                    <span class="thing-name">${j(P.created_at)}</span>
                    <span class="thing-about">${P.name} · ${Tt(P.bytes)}</span>
                  </div>
                  <div class="thing-does">
                    ${i?c`<a class="icon-button" href="/api/v1/backups/${P.name}" download aria-label=${n("settings_data.fetch_one",{time:j(P.created_at)})} title=${n("settings_data.fetch")}>${D("download")}</a>
                          <button type="button" class="icon-button" aria-label=${n("settings_data.remove_one",{time:j(P.created_at)})} title=${n("settings_data.remove")} @click=${()=>f(P)}>${D("trash")}</button>
                          <button type="button" class="button" aria-label=${n("settings_data.restore_one",{time:j(P.created_at)})} ?disabled=${!!T} @click=${()=>M(P)}>${n("settings_data.restore")}</button>`:g}
                  </div>
                </li>`)}
          </ul>`,i?n("settings_data.backups_intro"):n("settings_data.backups_owner"),c`<button type="button" class="button primary" ?disabled=${!!T} @click=${b}>${n("settings_data.back_up")}</button>`)),S=()=>h.view(({demo_data:k})=>A(n("settings_data.demo"),"",k?n("settings_data.demo_there"):n("settings_data.demo_intro"),c`<button type="button" class="button" aria-busy=${$} @click=${()=>x(!k)}>${n(k?"settings_data.demo_remove":"settings_data.demo_add")}</button>`));return{start(){d.load(),h.load(),m()},body(){return p?c`<div class="waiting-desk" role="status">
          <h2>${n(`settings_data.${p}`)}</h2>
          <p>${n(`settings_data.${p}_text`)}</p>
          ${p==="waiting"?c`<progress class="seats" aria-label=${n("settings_data.waiting")}></progress>`:c`<a class="button" href="/settings/data">${n("common.retry")}</a>`}
        </div>`:c`${w()}${v()}${S()}`}}}var Gs=e=>e!==null&&typeof e=="object"&&!Array.isArray(e);function Ue(e,t,s=""){return Gs(e)&&Gs(t)?[...new Set([...Object.keys(e),...Object.keys(t)])].flatMap(o=>Ue(e[o],t[o],s?`${s}.${o}`:o)):JSON.stringify(e??null)===JSON.stringify(t??null)?[]:[s]}var Ks=e=>structuredClone(e),va=(e,t)=>t.split(".").reduce((s,a)=>s?.[a],e);function dt({read:e,write:t,check:s,refused:a,changed:o}){let r={phase:"loading",saved:null,draft:null,busy:!1,errors:{}},i=l=>{r.saved=l,r.draft=Ks(l),r.errors={},r.phase="ready",o()};return Object.defineProperties(r,Object.getOwnPropertyDescriptors({async load(){r.phase="loading",o();try{i(await e())}catch{r.phase="failed",o()}},set(l,h){let u=l.split("."),$=u.pop(),p=u.reduce((m,b)=>m[b]??={},r.draft);p[$]=h,delete r.errors[l],o()},get:l=>va(r.draft,l),get changes(){return r.phase==="ready"?Ue(r.saved,r.draft):[]},revert(){r.draft=Ks(r.saved),r.errors={},o()},async save(){if(r.busy||r.phase!=="ready")return!1;if(r.errors=s?.(r.draft)??{},Object.keys(r.errors).length>0)return o(),!1;r.busy=!0,o();try{let l=await t(r.draft,Ue(r.saved,r.draft));return i(l),!0}catch(l){if(r.errors=a?.(l)??{},Object.keys(r.errors).length===0)throw l;return!1}finally{r.busy=!1,o()}}})),r}var pt=[1,2,3,4,5,6,7],Ws=4,Ys=60,Ct={opens:"09:00",closes:"18:00"},wa=/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/,Js=e=>({always:e.always,days:Object.fromEntries(pt.map(t=>[t,e.week.filter(s=>s.day===t).map(s=>({opens:s.opens,closes:s.closes}))])),holidays:e.holidays.map(t=>({date:t.date,name:t.name??"",closed:t.opens===null,opens:t.opens??Ct.opens,closes:t.closes??Ct.closes}))}),Zs=e=>({always:e.always,week:pt.flatMap(t=>e.days[t].map(({opens:s,closes:a})=>({day:t,opens:s,closes:a}))),holidays:e.holidays.map(({date:t,name:s,closed:a,opens:o,closes:r})=>({date:t,name:s.trim(),opens:a?null:o,closes:a?null:r})).sort((t,s)=>t.date.localeCompare(s.date))}),st=e=>wa.test(e),de=({opens:e,closes:t})=>st(e)&&st(t)&&t<=e;function Xs(e){if(e.always)return{};let t={};for(let a of pt){let o=e.days[a];if(o.some(({opens:r,closes:i})=>!st(r)||!st(i)))t[`days.${a}`]="time";else{let r=[...o].sort((i,d)=>i.opens.localeCompare(d.opens));r.some((i,d)=>d+1<r.length&&(de(i)||i.closes>r[d+1].opens))&&(t[`days.${a}`]="overlap")}}pt.every(a=>e.days[a].length===0)&&(t["days.1"]="never");let s=new Set;for(let a of e.holidays)a.date?s.has(a.date)?t.holidays="twice":!a.closed&&(!st(a.opens)||!st(a.closes))&&(t.holidays="time"):t.holidays="date",s.add(a.date);return t}var ka=80,xa=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}],Aa=e=>{let t=typeof Intl.supportedValuesOf=="function"?Intl.supportedValuesOf("timeZone"):[];return[...new Set([e,...t])].sort().map(s=>({value:s,label:s.replaceAll("_"," ")}))},Be=e=>{try{return new Intl.DateTimeFormat(O,{weekday:"short",hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e}).format(new Date)}catch{return""}};function Qs({me:e,call:t,changed:s}){let a=dt({read:async()=>{let{name:o,locale:r,time_zone:i}=await t("GET","/shop");return{name:o,locale:r,time_zone:i}},check:o=>o.name.trim()?{}:{name:n("settings_shop.name_missing")},refused:o=>o?.field==="name"?{name:n("settings_shop.name_odd")}:o?.field==="time_zone"?{time_zone:n("settings_shop.zone_odd")}:{},async write(o){let{name:r,locale:i,time_zone:d}=await t("PATCH","/shop",{...o,name:o.name.trim()});return e.shop.name=r,{name:r,locale:i,time_zone:d}},changed:s});return{form:a,body:()=>c`${A(n("settings_shop.name"),Bt(a,"name",{label:n("settings_shop.name_label"),max:ka,autocomplete:"organization"}),n("settings_shop.name_intro"))}
    ${A(n("settings_shop.language"),"",n("settings_shop.language_intro"),q(n("settings_shop.language"),xa,a.get("locale"),o=>a.set("locale",o)))}
    ${A(n("settings_shop.zone"),Bs(a,"time_zone",{label:n("settings_shop.zone_label"),options:Aa(a.get("time_zone")),hint:n("settings_shop.zone_now",{time:Be(a.get("time_zone"))})}),c`${n("settings_shop.zone_intro")} <a href="/settings/hours">${n("settings_shop.to_hours")}</a>`)}`}}var Ma=40,Ea=new Intl.DateTimeFormat(O,{weekday:"long",timeZone:"UTC"}),Sa=pt.map(e=>Ea.format(new Date(Date.UTC(2026,0,4+e))));function tn({call:e,changed:t}){let s=null,a=u=>(s=u,Js(u.hours)),o=dt({read:async()=>a(await e("GET","/shop")),check:u=>Object.fromEntries(Object.entries(Xs(u)).map(([$,p])=>[$,n(`settings_hours.wrong_${p}`)])),write:async u=>a(await e("PATCH","/shop",{hours:Zs(u)})),changed:t}),r=u=>new Intl.DateTimeFormat(O,{weekday:"short",hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:s.time_zone}).format(new Date(u)),i=()=>{let{open:u}=s;return u.now?u.closes_at?n("settings_hours.open_until",{time:r(u.closes_at)}):n("settings_hours.open_always"):u.opens_at?n("settings_hours.closed_until",{time:r(u.opens_at)}):n("settings_hours.closed")},d=u=>{let $=`days.${u}`,p=o.get($),m=Sa[u-1],b=f=>o.set($,f);return c`<li class="day">
      ${Le(p.length>0,f=>b(f?[{...Ct}]:[]),m)}
      <div class="day-ranges">
        ${p.length===0?c`<span class="thing-about">${n("settings_hours.rest")}</span>`:g}
        ${p.map((f,M)=>c`<div class="day-range">
              ${ct(n("settings_hours.opens",{day:m}),f.opens,x=>b(p.with(M,{...f,opens:x})))}
              <span aria-hidden="true">–</span>
              ${ct(n("settings_hours.closes",{day:m}),f.closes,x=>b(p.with(M,{...f,closes:x})))}
              ${de(f)?c`<span class="chip">${n("settings_hours.next_day")}</span>`:g}
              ${p.length>1?c`<button type="button" class="icon-button" aria-label=${n("settings_hours.remove_range",{day:m,time:f.opens})} @click=${()=>b(p.toSpliced(M,1))}>${D("x")}</button>`:g}
              ${M===p.length-1&&p.length<Ws?c`<button type="button" class="icon-button" aria-label=${n("settings_hours.add_range",{day:m})} title=${n("settings_hours.add_range",{day:m})} @click=${()=>b([...p,{opens:f.closes,closes:f.closes<"21:00"?"21:00":"23:00"}])}>${D("plus")}</button>`:g}
            </div>`)}
        ${Ut(o,$)}
      </div>
    </li>`},l=()=>{let u=o.get("days.1");for(let $ of[2,3,4,5])o.set(`days.${$}`,structuredClone(u))},h=(u,$,p)=>{let m=f=>o.set("holidays",p.with($,{...u,...f})),b=u.name||u.date||String($+1);return c`<li class="holiday">
      <input class="input" type="date" aria-label=${n("settings_hours.date")} .value=${N(u.date)} @input=${f=>m({date:f.target.value})} />
      <input
        class="input"
        aria-label=${n("settings_hours.holiday_name")}
        placeholder=${n("settings_hours.holiday_example")}
        maxlength=${Ma}
        .value=${N(u.name)}
        @input=${f=>m({name:f.target.value})}
      />
      ${q(n("settings_hours.that_day",{day:b}),[{value:"closed",label:n("settings_hours.rest")},{value:"open",label:n("settings_hours.other_hours")}],u.closed?"closed":"open",f=>m({closed:f==="closed"}))}
      <button type="button" class="icon-button" aria-label=${n("settings_hours.remove_holiday",{day:b})} @click=${()=>o.set("holidays",p.toSpliced($,1))}>${D("trash")}</button>
      ${u.closed?g:c`<div class="day-range">
            ${ct(n("settings_hours.opens",{day:b}),u.opens,f=>m({opens:f}))}<span aria-hidden="true">–</span>
            ${ct(n("settings_hours.closes",{day:b}),u.closes,f=>m({closes:f}))}
            ${de(u)?c`<span class="chip">${n("settings_hours.next_day")}</span>`:g}
          </div>`}
    </li>`};return{form:o,status:()=>s?c`<span class="chip ${s.open.now?"chip-ok":""}" id="hours-now"><span>${i()}</span></span>`:g,body:()=>{let u=o.get("always"),$=o.get("holidays");return c`${A(n("settings_hours.when"),q(n("settings_hours.when"),[{value:"always",label:n("settings_hours.always")},{value:"week",label:n("settings_hours.by_week")}],u?"always":"week",p=>{if(p==="week"&&pt.every(m=>o.get(`days.${m}`).length===0))for(let m of[1,2,3,4,5])o.set(`days.${m}`,[{...Ct}]);o.set("always",p==="always")}),c`${n("settings_hours.when_intro")}
        ${n("settings_hours.clock",{zone:s.time_zone.replaceAll("_"," "),time:Be(s.time_zone)})}
        <a href="/settings/shop">${n("settings_hours.change_zone")}</a>`)}
      ${u?g:c`${A(n("settings_hours.week"),c`<ul class="days">${pt.map(d)}</ul>`,n("settings_hours.week_intro"),c`<button type="button" class="button" @click=${l}>${n("settings_hours.like_monday")}</button>`)}
            ${A(n("settings_hours.holidays"),c`${$.length===0?c`<p class="nothing-yet">${n("settings_hours.no_holidays")}</p>`:c`<ul class="holidays">${$.map(h)}</ul>`}
                ${Ut(o,"holidays")}`,n("settings_hours.holidays_intro"),$.length<Ys?c`<button type="button" class="button" @click=${()=>o.set("holidays",[...$,{date:"",name:"",closed:!0,...Ct}])}>
                    ${D("plus")}${n("settings_hours.add_holiday")}
                  </button>`:g)}`}`}}}var Ta={new:[{at:0,hz:587.3,for:.5},{at:.16,hz:880,for:.8}],assigned:[{at:0,hz:523.3,for:.35},{at:.11,hz:659.3,for:.35},{at:.22,hz:784,for:.6}],message:[{at:0,hz:740,for:.4,loud:.8}],mention:[{at:0,hz:987.8,for:.25,loud:.8},{at:.14,hz:987.8,for:.45,loud:.8}]},en=["pointerdown","keydown","touchend"],Ca=.008,Oa=.22;function Pa(e,t,s){let a=e.currentTime+.02+t.at,o=a+t.for;for(let[r,i,d]of[[1,1,1],[2,.25,.5],[3,.08,.3]]){let l=e.createOscillator(),h=e.createGain(),u=Math.max(1e-4,Oa*i*s*(t.loud??1));l.frequency.value=t.hz*r,h.gain.setValueAtTime(1e-4,a),h.gain.exponentialRampToValueAtTime(u,a+Ca),h.gain.exponentialRampToValueAtTime(1e-4,a+(o-a)*d),l.connect(h).connect(e.destination),l.start(a),l.stop(o)}}function sn({changed:e}){let t=globalThis.AudioContext,s=null,a=!1,o=()=>s?.state==="running",r=async()=>{if(!(!t||o())){try{s??=new t,await s.resume()}catch{}if(o()){for(let i of en)removeEventListener(i,r,!0);a=!1,e()}}};if(t)for(let i of en)addEventListener(i,r,{capture:!0,passive:!0});return{get ready(){return o()},get blocked(){return a},wake:r,missed(){!t||a||(a=!0,e())},ring(i,d){if(!s||!o())return!1;if(d>0)for(let l of Ta[i])Pa(s,l,d);return!0}}}var qt={notifications:{new:{sound:!0,browser:!0},assigned:{sound:!0,browser:!0},message:{sound:!0,browser:!0},mention:{sound:!0,browser:!0},repeat:!0,volume:.7},quiet:{enabled:!1,from:"22:00",to:"08:00",days:[1,2,3,4,5,6,7]},away_after_min:10,keys:{},send_on:"mod+enter",undo_send_s:5},Da="servicedesk:preferences";function qe(e){let t=e?.notifications??{},s=["new","assigned","message","mention"];return{...qt,...e,notifications:{...qt.notifications,...t,...Object.fromEntries(s.map(a=>[a,{...qt.notifications[a],...t[a]}]))},quiet:{...qt.quiet,...e?.quiet},keys:{...e?.keys}}}function nn({load:e,save:t,failed:s}){let a=R(qt),o=null;try{o=new BroadcastChannel(Da),o.onmessage=r=>a.value=qe(r.data)}catch{}return{value:a,async load(){try{a.value=qe(await e())}catch{}},async change(r){let i=a.peek();a.value=qe({...i,...r});try{return await t(a.peek()),o?.postMessage(a.peek()),!0}catch(d){return a.value=i,s(d),!1}}}}function an({desk:e,ui:t,list:s,composer:a,open:o,back:r,perform:i,assign:d,snooze:l,label:h}){let u=()=>!!e.openId,$=()=>!!e.row||e.selection.size>0,p=()=>!!e.row&&e.selection.size===0,m=()=>p()?e.row?.state==="closed":e.list.view==="closed",b={next:{label:"inbox.key_next",key:"j",group:"move",icon:"arrow-down",run:()=>s.step(1)},previous:{label:"inbox.key_previous",key:"k",group:"move",icon:"arrow-up",run:()=>s.step(-1)},open:{label:"inbox.key_open",key:"Enter",group:"move",run:()=>{let f=s.focused,M=document.activeElement;M instanceof HTMLElement&&M.matches("a, button, summary")?M.click():f&&o(f)}},reply:{label:"inbox.key_reply",key:"r",group:"write",when:u,run:()=>a.choose("reply")},note:{label:"inbox.key_note",key:"n",group:"write",icon:"lock",when:u,run:()=>a.choose("note")},take:{label:"inbox.key_take",key:"m",group:"conversation",icon:"user-plus",when:$,run:()=>i("assign",{agent_id:e.agent.id})},assign:{label:"inbox.key_assign",key:"a",group:"conversation",icon:"users",when:$,run:d},close:{label:"inbox.key_close",key:"e",group:"conversation",icon:"check",when:$,run:()=>i(m()?"reopen":"close")},details:{label:"inbox.key_details",key:"i",group:"view",icon:"panel-right",when:u,run:()=>t.details.toggle()},send_close:{label:"thread.send_close",key:"mod+Shift+Enter",group:"write",icon:"check",when:u,run:()=>a.send(!0)},undo_send:{label:"thread.undo_send",key:"mod+z",group:"write",icon:"undo-2",when:()=>e.holding&&!document.activeElement?.value,run:()=>{let f=e.undoSend();f&&a.choose(f)}},snooze:{label:"thread.snooze",key:"z",group:"conversation",icon:"alarm-clock",when:()=>$()&&!m(),run:l},label:{label:"thread.labels",key:"t",group:"conversation",icon:"tag",when:$,run:h},undo:{label:"inbox.key_undo",key:"u",group:"conversation",icon:"undo-2",when:()=>e.undoable,run:()=>e.undoDeed()},select:{label:"inbox.key_select",key:"x",group:"select",icon:"list-checks",run:()=>s.choose(!1)},select_range:{label:"inbox.key_select_range",key:"Shift+x",group:"select",run:()=>s.choose(!0)},select_all:{label:"inbox.key_select_all",key:"mod+Shift+a",group:"select",run:()=>s.chooseAll()},back:{label:"inbox.key_back",key:"Escape",group:"move",field:!0,run:r}};return Oe.forEach((f,M)=>{b[`view_${f}`]={label:`inbox.view_${f}`,key:String(M+1),group:"view",icon:"inbox",run:()=>s.showView(f)}}),b}function on({desk:e,ui:t,availability:s,palette:a,inbox:o,theme:r,language:i,signOut:d}){let l=()=>t.theme.value==="auto"?matchMedia("(prefers-color-scheme: dark)").matches:t.theme.value==="dark",h=u=>({label:`palette.state_${u}`,key:"",group:"desk",when:()=>e.agent.availability!==u,run:()=>s(u)});return{palette:{label:"keys.palette",key:"mod+k",group:"go",icon:"search",field:!0,run:a},help:{label:"keys.help",key:"?",group:"go",icon:"keyboard",when:()=>!t.phone.peek(),run:()=>t.dialog.value="keys"},go_inbox:{label:"keys.go_inbox",key:"g i",group:"go",icon:"inbox",run:o},go_settings:{label:"settings.title",key:"g s",group:"go",icon:"settings",run:()=>location.assign("/settings")},theme:{label:"keys.theme",key:"mod+Shift+l",group:"desk",icon:"sun-moon",run:()=>r(l()?"light":"dark")},theme_auto:{label:"palette.theme_auto",key:"",group:"desk",icon:"sun-moon",when:()=>t.theme.value!=="auto",run:()=>r("auto")},language:{label:"palette.language",key:"",group:"desk",icon:"languages",run:()=>i(O==="en"?"zh-CN":"en")},online:{...h("online"),icon:"circle-check"},away:{...h("away"),icon:"clock"},offline:{...h("offline"),icon:"power"},sign_out:{label:"agent.sign_out",key:"",group:"desk",icon:"log-out",run:()=>d(!1)}}}var Ia=["move","conversation","write","select","view","go","desk"],Na=900;function rn(e,t){let s={desk:{},ui:{},list:{},composer:{}},a={...an(s),...on(s)},o=null,r=[],i=null,d=null,l=p=>n(a[p].label),h=()=>{clearTimeout(i),o=null,r=[],t()},u=()=>{let p=o,m=r.join(" "),b=bt(a,e.get("keys")).against(p,m);if(h(),b&&b.problem!=="taken")return d={id:p,text:n(`settings_notices.key_${b.problem}`,{key:rt(m).join(" ")})},t();d=b?.by?{id:p,text:n("settings_notices.key_taken",{action:l(b.by)})}:null,e.set("keys",re(a,e.get("keys"),p,m))},$=p=>{if(!o)return;if(p.key==="Tab"||(p.preventDefault(),p.stopPropagation(),p.key==="Escape"))return h();if(p.key==="Backspace"||p.key==="Delete"){let b=o;return h(),e.set("keys",re(a,e.get("keys"),b,""))}let m=ee(p);if(m){if(r.push(m),clearTimeout(i),r.length===2||m.includes("+"))return u();i=setTimeout(u,Na),t()}};return()=>{let p=bt(a,e.get("keys")),m=e.get("keys");return c`${Ia.map(b=>{let f=Object.keys(a).filter(M=>a[M].group===b&&!ie.has(M));return f.length===0?g:A(n(`keys.group_${b}`),c`<ul class="key-rows">
          ${f.map(M=>{let x=o===M,w=p.keyOf(M);return c`<li class="key-row" data-action=${M}>
              <span>${l(M)}</span>
              <button
                type="button"
                class="key-button ${x?"waiting":""}"
                aria-label=${x?n("settings_notices.press"):n("settings_notices.change_key",{action:l(M),key:rt(w).join(" ")||n("settings_notices.no_key")})}
                aria-pressed=${x}
                @click=${()=>{o=x?null:M,r=[],d=null,t()}}
                @keydown=${$}
                @blur=${()=>x&&h()}
              >
                ${x?c`<span>${r.length?rt(r.join(" ")).map(v=>c`<kbd>${v}</kbd>`):n("settings_notices.press")}</span>`:w?rt(w).map(v=>c`<kbd>${v}</kbd>`):c`<span class="thing-about">${n("settings_notices.no_key")}</span>`}
              </button>
              ${M in m?c`<button type="button" class="text-button" aria-label=${n("settings_notices.reset_one",{action:l(M)})} @click=${()=>e.set("keys",re(a,m,M,null))}>${n("settings_notices.reset")}</button>`:c`<span></span>`}
              ${d?.id===M?c`<p class="field-hint key-said" role="status">${d.text}</p>`:g}
            </li>`})}
        </ul>`)})}
    ${Object.keys(m).length>0?c`<div class="set-section"><button type="button" class="button key-all" @click=${()=>e.set("keys",{})}>${n("settings_notices.reset_all")}</button></div>`:g}`}}var Ha=["new","assigned","message","mention"],La=[0,5,10,15,30,60],Ra=[0,3,5,10,30],ja=new Intl.DateTimeFormat(O,{weekday:"narrow",timeZone:"UTC"}),Ua=new Intl.DateTimeFormat(O,{weekday:"long",timeZone:"UTC"});function ln({call:e,changed:t,say:s}){let a="notices",o=null,r=nn({load:async()=>null,save:f=>e("PUT","/me/preferences",f),failed:f=>o=f}),i=dt({read:()=>e("GET","/me/preferences"),check({quiet:f}){return!st(f.from)||!st(f.to)?{"quiet.days":n("settings_notices.no_time")}:f.enabled&&f.days.length===0?{"quiet.days":n("settings_notices.no_days")}:{}},async write(f){if(!await r.change(f))throw o;return structuredClone(f)},changed:t}),d=sn({changed:t}),l=rn(i,t),h=()=>globalThis.Notification?.permission??"unsupported",u=async f=>{await d.wake(),d.ring(f,i.get("notifications.volume"))||s(n("settings_notices.silent"),{bad:!0})},$=async()=>{await globalThis.Notification?.requestPermission?.(),t()},p=()=>c`<div class="grid-table" role="table" aria-label=${n("settings_notices.what")}>
      <div role="row" class="grid-head">
        <span role="columnheader">${n("settings_notices.news")}</span><span role="columnheader">${n("settings_notices.sound")}</span
        ><span role="columnheader">${n("settings_notices.browser")}</span><span role="columnheader"><span class="hidden">${n("settings_notices.hear")}</span></span>
      </div>
      ${Ha.map(f=>c`<div role="row">
            <span role="rowheader">${n(`settings_notices.kind_${f}`)}</span>
            ${["sound","browser"].map(M=>{let x=`notifications.${f}.${M}`;return c`<span role="cell"
                ><label class="switch"
                  ><input
                    type="checkbox"
                    role="switch"
                    aria-label="${n(`settings_notices.kind_${f}`)} · ${n(`settings_notices.${M}`)}"
                    .checked=${N(i.get(x))}
                    @change=${w=>i.set(x,w.target.checked)} /></label
              ></span>`})}
            <span role="cell"><button type="button" class="text-button" aria-label=${n("settings_notices.hear_one",{kind:n(`settings_notices.kind_${f}`)})} @click=${()=>u(f)}>${n("settings_notices.hear")}</button></span>
          </div>`)}
    </div>`,m=()=>{let f=i.get("quiet"),M=Math.round(i.get("notifications.volume")*100);return c`${A(n("settings_notices.what"),p(),n("settings_notices.what_intro"))}
      ${A(n("settings_notices.volume"),"",n("settings_notices.volume_intro"),c`<span class="slider"
          ><input
            type="range"
            min="0"
            max="100"
            step="5"
            aria-label=${n("settings_notices.volume")}
            .value=${N(String(M))}
            @input=${x=>i.set("notifications.volume",Number(x.target.value)/100)}
          /><output>${M}%</output></span
        >`)}
      ${A(n("settings_notices.repeat_title"),Re(i,"notifications.repeat",n("settings_notices.repeat"),n("settings_notices.repeat_hint")))}
      ${A(n("settings_notices.permission"),"",n(`settings_notices.permission_${h()}`),h()==="default"?c`<button type="button" class="button" @click=${$}>${n("settings_notices.allow")}</button>`:g)}
      ${A(n("settings_notices.quiet"),c`${Re(i,"quiet.enabled",n("settings_notices.quiet_on"),n("settings_notices.quiet_hint"))}
        ${f.enabled?c`<div class="day-range">
                ${ct(n("settings_notices.quiet_from"),f.from,x=>i.set("quiet.from",x))}
                <span aria-hidden="true">–</span>
                ${ct(n("settings_notices.quiet_to"),f.to,x=>i.set("quiet.to",x))}
                ${f.to<=f.from?c`<span class="chip">${n("settings_notices.next_day")}</span>`:g}
              </div>
              <div class="segments" role="group" aria-label=${n("settings_notices.quiet_days")}>
                ${[1,2,3,4,5,6,7].map(x=>{let w=new Date(Date.UTC(2026,0,4+x)),v=f.days.includes(x);return c`<button
                    type="button"
                    class="segment segment-day"
                    aria-pressed=${v}
                    aria-label=${Ua.format(w)}
                    @click=${()=>i.set("quiet.days",v?f.days.filter(S=>S!==x):[...f.days,x].sort())}
                  >
                    ${ja.format(w)}
                  </button>`})}
              </div>
              <p class="field-error" role="alert">${i.errors["quiet.days"]??""}</p>`:g}`)}
      ${A(n("settings_notices.away"),"",n("settings_notices.away_intro"),q(n("settings_notices.away"),[...new Set([...La,i.get("away_after_min")])].sort((x,w)=>x-w).map(x=>({value:String(x),label:x?n("settings_notices.minutes",{count:x}):n("settings_notices.never")})),String(i.get("away_after_min")),x=>i.set("away_after_min",Number(x))))}`},b=()=>c`${A(n("settings_notices.send"),"",n("settings_notices.send_intro"),q(n("settings_notices.send"),[{value:"mod+enter",label:c`<span><kbd>${/Mac|iPhone|iPad/.test(navigator.platform)?"⌘":"Ctrl"}</kbd> <kbd>↵</kbd></span>`,title:n("settings_notices.send_mod")},{value:"enter",label:c`<kbd>↵</kbd>`,title:n("settings_notices.send_enter")}],i.get("send_on"),f=>i.set("send_on",f)))}
  ${A(n("settings_notices.undo"),"",n("settings_notices.undo_intro"),q(n("settings_notices.undo"),[...new Set([...Ra,i.get("undo_send_s")])].sort((f,M)=>f-M).map(f=>({value:String(f),label:f?n("settings_notices.seconds",{count:f}):n("settings_notices.never")})),String(i.get("undo_send_s")),f=>i.set("undo_send_s",Number(f))))}`;return{form:i,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},tabs:[{id:"notices",label:n("settings_notices.tab_notices")},{id:"writing",label:n("settings_notices.tab_writing")},{id:"keys",label:n("settings_notices.tab_keys")}],get tab(){return a},choose(f){a=f,t()},body:()=>a==="notices"?m():a==="writing"?b():c`<p class="page-intro">${n("settings_notices.keys_intro")}</p>${l()}`}}var pe=e=>/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(e)||/^[^\s@]+@localhost$/.test(e);var Ba=/(password|passwort|qwerty|asdf|letmein|admin|welcome|iloveyou|woaini|1q2w3e|abc123|12345|11111|00000|88888)/i;function cn(e){let t=[...e];if(t.length<10)return 0;let s=[/\p{Ll}/u,/\p{Lu}/u,/\d/,/[^\p{L}\d]/u,/\p{Lo}/u].filter(r=>r.test(e)).length,a=new Set(t).size;if(Ba.test(e)||a<5)return 1;let o=t.length+2*s+Math.min(a,14)/2;return o<19?2:o<25?3:4}function dn(e,t,{upload:s,failed:a,most:o,choose:r,remove:i}){let d=`picture-${t}`;return c`<div class="set-actions">
    <input
      id=${d}
      class="hidden"
      type="file"
      accept="image/png,image/jpeg,image/webp"
      tabindex="-1"
      aria-hidden="true"
      @change=${async l=>{let[h]=l.target.files;if(l.target.value="",!!h)try{e.set(t,await s(h,o))}catch(u){a(u)}}}
    /><button type="button" class="button" @click=${()=>document.getElementById(d)?.click()}>${r}</button>
    ${e.get(t)?c`<button type="button" class="button quiet" @click=${()=>e.set(t,null)}>${i}</button>`:g}
  </div>`}var qa=80,Fa=256,za=10,Va=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}];function pn({me:e,call:t,upload:s,changed:a,setTheme:o,say:r,failed:i}){let d=dt({read:async()=>{let p=await t("GET","/me"),{name:m,email:b,picture:f}=p.agent;return{name:m,email:b,picture:f??null,locale:p.locale,theme:p.theme}},check(p){let m={};return p.name.trim()||(m.name=n("settings_profile.name_missing")),pe(p.email.trim())||(m.email=n("settings_profile.email_odd")),m},refused(p){return p?.code==="email_taken"?{email:n("settings_profile.email_taken")}:p?.field==="email"?{email:n("settings_profile.email_odd")}:p?.field==="name"?{name:n("settings_profile.name_odd")}:{}},async write(p){let{name:m,email:b,picture:f}=await t("PATCH","/me",{...p,name:p.name.trim(),email:p.email.trim()});return Object.assign(e.agent,{name:m,email:b,picture:f}),Object.assign(e,{locale:p.locale,theme:p.theme}),p.locale!==O&&setTimeout(()=>location.reload()),{...p,name:m,email:b,picture:f??null}},changed:()=>{d?.draft&&o(d.draft.theme),a()}}),l={current:"",next:"",wrong:"",busy:!1},h=async p=>{if(p.preventDefault(),!l.busy){if(l.wrong=[...l.next].length<za?"settings_profile.password_short":"",!l.wrong){l.busy=!0;try{await t("PUT","/me/password",{current:l.current,new:l.next}),Object.assign(l,{current:"",next:""}),r(n("settings_profile.password_changed"))}catch(m){let b={wrong_password:"settings_profile.password_wrong",weak_password:"settings_profile.password_weak"};l.wrong=b[m?.code]??"",l.wrong||i(m)}l.busy=!1}a()}},u=(p,m,b)=>c`<div class="set-field">
      <div class="set-label"><label for="password-${p}">${m}</label></div>
      <input
        id="password-${p}"
        class="input"
        type="password"
        autocomplete=${b}
        aria-describedby="password-wrong"
        .value=${N(l[p])}
        @input=${f=>{l[p]=f.target.value,l.wrong="",a()}}
      />
    </div>`,$=()=>l.next?cn(l.next):null;return{form:d,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},body:()=>c`${A(n("settings_profile.who"),c`<div class="face-big">
          ${ot({...e.agent,name:d.get("name").trim()||e.agent.name,picture:d.get("picture")})}
          <div>
            <strong>${d.get("name").trim()||e.agent.name}</strong><span class="thing-about">${d.get("email")}</span>
            ${dn(d,"picture",{upload:s,failed:i,most:Fa,choose:n("settings_profile.picture"),remove:n("settings_profile.picture_remove")})}
          </div>
        </div>
        <div class="set-columns">
          ${Bt(d,"name",{label:n("settings_profile.name"),hint:n("settings_profile.name_hint"),max:qa,autocomplete:"name"})}
          ${Bt(d,"email",{label:n("settings_profile.email"),hint:n("settings_profile.email_hint"),type:"email",inputmode:"email",autocomplete:"email"})}
        </div>`,n("settings_profile.who_intro"))}
    ${A(n("agent.language"),"",n("settings_profile.language_hint"),q(n("agent.language"),Va,d.get("locale"),p=>d.set("locale",p)))}
    ${A(n("agent.theme"),"",n("settings_profile.theme_hint"),q(n("agent.theme"),["auto","light","dark"].map(p=>({value:p,label:n(`agent.theme_${p}`)})),d.get("theme"),p=>d.set("theme",p)))}
    ${A(n("settings_profile.password"),c`<form class="set-stack" @submit=${h}>
        <input class="hidden" type="text" autocomplete="username" tabindex="-1" aria-hidden="true" .value=${e.agent.email} />
        <div class="set-columns">
          ${u("current",n("settings_profile.password_current"),"current-password")}
          ${u("next",n("settings_profile.password_new"),"new-password")}
        </div>
        <p class="field-error" id="password-wrong" role="alert">${l.wrong?n(l.wrong):""}</p>
        <div class="set-actions">
          <button class="button" type="submit" ?disabled=${!l.current||!l.next} aria-busy=${l.busy}>
            ${n("settings_profile.password_change")}
          </button>
          <span class="field-hint" role="status">${$()===null?g:n(`settings_profile.strength_${$()}`)}</span>
        </div>
      </form>`,n("settings_profile.password_intro"))}`}}function un({call:e,changed:t,say:s,failed:a,ask:o}){let r=K(async()=>(await e("GET","/agents/me/sessions")).items,t),i=h=>{let u=h.device;return u?[u.app??u.browser,u.os].filter(Boolean).join(" · ")||n(`settings_devices.kind_${u.kind}`):h.user_agent||n("settings_devices.unknown")},d=async h=>{try{await e("DELETE",`/agents/me/sessions/${h.id}`,{}),s(n("settings_devices.ended",{device:i(h)}))}catch(u){a(u)}await r.load()},l=async()=>{if(!await o({title:n("settings_devices.all_ask"),text:n("settings_devices.all_means"),confirm:n("settings_devices.all")}))return;let u=(r.value??[]).filter($=>!$.current);try{for(let $ of u)await e("DELETE",`/agents/me/sessions/${$.id}`,{});s(n("settings_devices.all_ended"))}catch($){a($)}await r.load()};return{start:r.load,body:()=>r.view(h=>A(n("settings_devices.title"),c`<ul class="things">
            ${h.map(u=>c`<li class="thing">
                  <span class="thing-mark">${D(u.device?.kind==="phone"||u.device?.kind==="tablet"?"smartphone":"monitor")}</span>
                  <div class="thing-what">
                    <span class="thing-name">${i(u)}${u.current?c`<span class="chip chip-ok">${n("settings_devices.this")}</span>`:g}</span>
                    <span class="thing-about" title=${j(u.last_seen_at)}
                      >${[u.address,u.current?null:n("settings_devices.seen",{time:lt(u.last_seen_at,Date.now())}),n("settings_devices.since",{time:j(u.created_at)})].filter(Boolean).join(" · ")}</span
                    >
                  </div>
                  <div class="thing-does">
                    ${u.current?g:c`<button type="button" class="button" aria-label=${n("settings_devices.end_one",{device:i(u)})} @click=${()=>d(u)}>${n("settings_devices.end")}</button>`}
                  </div>
                </li>`)}
          </ul>`,n("settings_devices.intro"),h.some(u=>!u.current)?c`<button type="button" class="button" @click=${l}>${n("settings_devices.all")}</button>`:g))}}var Ga=80;function mn({me:e,call:t,changed:s,say:a,failed:o,ask:r}){let i=K(async()=>{let[w,v]=await Promise.all([t("GET","/agents?limit=200"),t("GET","/agents/invitations")]);return{agents:w.items,invitations:v.items}},s),d=e.agent.role==="owner",l={email:"",name:"",role:"agent",wrong:"",busy:!1},h=null,u=(d?["owner","admin","agent"]:["admin","agent"]).map(w=>({value:w,label:n(`settings_team.role_${w}`)})),$=w=>{let S={seat_limit:"settings_team.no_seat",last_owner:"settings_team.last_owner",email_taken:"settings_team.email_taken"}[w?.code];S?a(n(S),{bad:!0}):o(w)},p=async(w,v,S)=>{try{Object.assign(w,await t("PATCH",`/agents/${w.id}`,v)),a(S)}catch(k){$(k)}await i.load()},m=async w=>{await r({title:n("settings_team.disable_ask",{name:w.name}),text:n("settings_team.disable_means"),confirm:n("settings_team.disable")})&&await p(w,{active:!1},n("settings_team.is_disabled",{name:w.name}))},b=async w=>{if(w.preventDefault(),!l.busy){if(l.wrong=pe(l.email.trim())?"":"settings_team.email_odd",!l.wrong){l.busy=!0;try{h=await t("POST","/agents/invitations",{email:l.email.trim(),name:l.name.trim(),role:l.role}),Object.assign(l,{email:"",name:"",role:"agent"}),await i.load()}catch(v){$(v)}l.busy=!1}s()}},f=async w=>{try{await t("DELETE",`/agents/invitations/${w.id}`,{}),h?.id===w.id&&(h=null),a(n("settings_team.taken_back",{email:w.email}))}catch(v){o(v)}await i.load()},M=w=>{let v=w.id===e.agent.id,S=!v&&(d||w.role!=="owner");return c`<li class="thing ${w.active?"":"off"}" data-agent=${w.email}>
      ${ot(w)}
      <div class="thing-what">
        <span class="thing-name"
          >${w.name}${v?c`<span class="chip">${n("common.you")}</span>`:g}${w.active?g:c`<span class="chip">${n("settings_team.disabled")}</span>`}</span
        >
        <span class="thing-about"
          >${w.email} ·
          ${w.active?n(`agent.state_${w.online?w.availability:"offline"}`):n("settings_team.no_access")}</span
        >
      </div>
      <div class="thing-does">
        ${S&&w.active?c`${ce(`role-${w.id}`,u,w.role,k=>p(w,{role:k},n("settings_team.role_changed",{name:w.name,role:n(`settings_team.role_${k}`)})),n("settings_team.role_of",{name:w.name}))}
              <button type="button" class="button quiet" @click=${()=>m(w)}>${n("settings_team.disable")}</button>`:c`<span class="thing-about">${n(`settings_team.role_${w.role}`)}</span>${S?c`<button type="button" class="button" @click=${()=>p(w,{active:!0},n("settings_team.is_enabled",{name:w.name}))}>
                    ${n("settings_team.enable")}
                  </button>`:g}`}
      </div>
    </li>`},x=w=>w.length===0?g:c`<ul class="things">
          ${w.map(v=>c`<li class="thing">
                <span class="thing-mark">${D("user")}</span>
                <div class="thing-what">
                  <span class="thing-name">${v.name||v.email}<span class="chip">${n("settings_team.invited")}</span></span>
                  <span class="thing-about" title=${j(v.expires_at)}
                    >${v.name?`${v.email} · `:""}${n(`settings_team.role_${v.role}`)} ·
                    ${n("settings_team.until",{time:Ne(v.expires_at,Date.now())})}</span
                  >
                </div>
                <div class="thing-does">
                  <button type="button" class="button quiet" @click=${()=>f(v)}>${n("settings_team.take_back")}</button>
                </div>
              </li>`)}
        </ul>`;return{start:i.load,body:()=>i.view(({agents:w,invitations:v})=>{let S=w.filter(T=>T.active).length,k=e.seats.allowed;return c`${A(n("settings_team.seats",{used:S,allowed:k}),c`<progress class="seats" max=${k} value=${S} aria-label=${n("settings_team.seats_name")}></progress>`,n("settings_team.seats_intro"))}
          ${A(n("settings_team.members"),c`<ul class="things">${w.map(M)}</ul>`,n("settings_team.roles_intro"))}
          ${A(n("settings_team.invite"),c`<form class="set-stack" novalidate @submit=${b}>
                <div class="set-columns">
                  <div class="set-field">
                    <div class="set-label"><label for="invite-email">${n("settings_team.email")}</label></div>
                    <input
                      id="invite-email"
                      class="input"
                      type="email"
                      inputmode="email"
                      autocomplete="off"
                      aria-invalid=${l.wrong?"true":g}
                      aria-describedby="invite-wrong"
                      .value=${N(l.email)}
                      @input=${T=>Object.assign(l,{email:T.target.value,wrong:""})}
                    />
                    <p class="field-error" id="invite-wrong" role="alert">${l.wrong?n(l.wrong):""}</p>
                  </div>
                  <div class="set-field">
                    <div class="set-label"><label for="invite-name">${n("settings_team.name")}</label></div>
                    <input
                      id="invite-name"
                      class="input"
                      autocomplete="off"
                      maxlength=${Ga}
                      .value=${N(l.name)}
                      @input=${T=>Object.assign(l,{name:T.target.value})}
                    />
                  </div>
                </div>
                <div class="set-actions">
                  ${ce("invite-role",u.filter(T=>T.value!=="owner"),l.role,T=>Object.assign(l,{role:T}),n("settings_team.role"))}
                  <button class="button primary" type="submit" aria-busy=${l.busy}>${n("settings_team.make_link")}</button>
                </div>
              </form>
              ${h?c`<div class="once" role="status">
                    <strong>${n("settings_team.link_for",{email:h.email})}</strong>
                    ${et(h.url,void 0,n("settings_team.link_for",{email:h.email}))}
                    <p class="field-hint">${n("settings_team.link_once")}</p>
                  </div>`:g}
              ${x(v)}`,n("settings_team.invite_intro"))}`})}}var Ka=80;function hn({me:e,call:t,changed:s,say:a,failed:o,ask:r}){let i=e.agent.role!=="agent",d=K(async()=>{let[p,m]=await Promise.all([t("GET","/tokens"),i?t("GET","/agents?limit=200"):{items:[]}]),b=new Map(m.items.map(f=>[f.id,f.name]));return p.items.filter(f=>!f.revoked_at).map(f=>({...f,agent:f.agent_id===e.agent.id?null:b.get(f.agent_id)??f.agent_id}))},s),l={name:"",busy:!1},h=null,u=async p=>{if(p.preventDefault(),!(l.busy||!l.name.trim())){l.busy=!0;try{h=await t("POST","/tokens",{name:l.name.trim()}),l.name="",await d.load()}catch(m){o(m)}l.busy=!1,s()}},$=async p=>{if(await r({title:n("settings_tokens.revoke_ask",{name:p.name}),text:n("settings_tokens.revoke_means"),confirm:n("settings_tokens.revoke")})){try{await t("DELETE",`/tokens/${p.id}`,{}),a(n("settings_tokens.revoked",{name:p.name}))}catch(b){o(b)}await d.load()}};return{start:d.load,body:()=>c`${A(n("settings_tokens.new"),c`<form class="set-stack" @submit=${u}>
            <div class="set-field">
              <div class="set-label"><label for="token-name">${n("settings_tokens.name")}</label></div>
              <div class="set-box">
                <input
                  id="token-name"
                  class="input"
                  autocomplete="off"
                  maxlength=${Ka}
                  .value=${N(l.name)}
                  @input=${p=>{l.name=p.target.value,s()}}
                /><button class="button primary" type="submit" ?disabled=${!l.name.trim()} aria-busy=${l.busy}>${n("settings_tokens.make")}</button>
              </div>
              <p class="field-hint">${n("settings_tokens.name_hint")}</p>
            </div>
          </form>
          ${h?c`<div class="once" role="status">
                <strong>${n("settings_tokens.made",{name:h.name})}</strong>
                ${et(h.token,void 0,n("settings_tokens.made",{name:h.name}))}
                <p class="field-hint">${n("settings_tokens.once")}</p>
              </div>`:g}`,c`${n("settings_tokens.intro")} <a href="/docs">${n("settings_tokens.docs")}</a>`)}
      ${d.view(p=>A(n("settings_tokens.list"),p.length===0?c`<p class="nothing-yet">${n("settings_tokens.none")}</p>`:c`<ul class="things">
                ${p.map(m=>c`<li class="thing">
                      <span class="thing-mark">${D("code")}</span>
                      <div class="thing-what">
                        <span class="thing-name">${m.name}${m.agent?c`<span class="chip">${m.agent}</span>`:g}</span>
                        <span class="thing-about"
                          >${[m.last_used_at?n("settings_tokens.used",{time:lt(m.last_used_at,Date.now())}):n("settings_tokens.unused"),n("settings_tokens.since",{time:j(m.created_at)})].join(" · ")}</span
                        >
                      </div>
                      <div class="thing-does">
                        <button type="button" class="button" aria-label=${n("settings_tokens.revoke_one",{name:m.name})} @click=${()=>$(m)}>${n("settings_tokens.revoke")}</button>
                      </div>
                    </li>`)}
              </ul>`,i?n("settings_tokens.list_all"):n("settings_tokens.list_own")))}`}}var gn=(e,t)=>`<script async src="${e}/w.js" data-key="${t}"><\/script>`;function fn(e){return e.replace(" data-key",`
  data-key`).split(/("[^"]*"|script)/).map(t=>({text:t,kind:t.startsWith('"')?"code-text":t==="script"?"code-name":""}))}var ue=[{id:"php",name:"PHP",lines:`<?php
$encode = fn ($text) => rtrim(strtr(base64_encode($text), '+/', '-_'), '=');
$claims = ['sub' => (string) $user->id, 'name' => $user->name, 'email' => $user->email, 'exp' => time() + 3600];
$head = $encode('{"alg":"HS256","typ":"JWT"}') . '.' . $encode(json_encode($claims));
$token = $head . '.' . $encode(hash_hmac('sha256', $head, getenv('SERVICEDESK_SECRET'), true));`},{id:"node",name:"Node",lines:`import { createHmac } from 'node:crypto';
const encode = (data) => Buffer.from(data).toString('base64url');
const claims = { sub: String(user.id), name: user.name, email: user.email, exp: Math.floor(Date.now() / 1000) + 3600 };
const head = encode('{"alg":"HS256","typ":"JWT"}') + '.' + encode(JSON.stringify(claims));
const token = head + '.' + createHmac('sha256', process.env.SERVICEDESK_SECRET).update(head).digest('base64url');`},{id:"python",name:"Python",lines:`import base64, hashlib, hmac, json, os, time
encode = lambda data: base64.urlsafe_b64encode(data).rstrip(b"=").decode()
claims = {"sub": str(user.id), "name": user.name, "email": user.email, "exp": int(time.time()) + 3600}
head = encode(b'{"alg":"HS256","typ":"JWT"}') + "." + encode(json.dumps(claims).encode())
token = head + "." + encode(hmac.new(os.environ["SERVICEDESK_SECRET"].encode(), head.encode(), hashlib.sha256).digest())`},{id:"java",name:"Java",lines:`var encode = java.util.Base64.getUrlEncoder().withoutPadding();
var utf8 = java.nio.charset.StandardCharsets.UTF_8;
var claims = String.format("{\\"sub\\":\\"%s\\",\\"exp\\":%d}", user.id(), System.currentTimeMillis() / 1000 + 3600);
var head = encode.encodeToString("{\\"alg\\":\\"HS256\\",\\"typ\\":\\"JWT\\"}".getBytes(utf8)) + "." + encode.encodeToString(claims.getBytes(utf8));
var mac = javax.crypto.Mac.getInstance("HmacSHA256");
mac.init(new javax.crypto.spec.SecretKeySpec(System.getenv("SERVICEDESK_SECRET").getBytes(utf8), "HmacSHA256"));
var token = head + "." + encode.encodeToString(mac.doFinal(head.getBytes(utf8)));`}],$n="servicedesk('identify', null, token);";var Wa=4e3,Ya="servicedesk widget secret default",Ja=["any","youzan","wordpress","shopify"];function _n({me:e,call:t,changed:s,origin:a}){let o="site",r="any",i="php",d=e.widget?.seen??null,l=async()=>{try{document.visibilityState==="visible"&&(d=(await t("GET","/setup/seen")).seen,s())}catch{}setTimeout(l,Wa)},h=p=>{try{return new URL(p).host}catch{return p}},u=()=>{let p=gn(a,e.widget?.key??"");return c`${A(n("settings_widget.tag"),c`${q(n("settings_widget.where"),Ja.map(m=>({value:m,label:n(`settings_widget.builder_${m}`)})),r,m=>{r=m,s()})}
          <p class="steps-text">${n(`settings_widget.how_${r}`)}</p>
          ${et(p,fn(p).map(m=>c`<span class=${m.kind}>${m.text}</span>`),n("settings_widget.tag"))}`,n("settings_widget.tag_intro"))}
      ${A(d?n("settings_widget.seen"):n("settings_widget.unseen"),"",d?`${d.url.replace(/^https?:\/\//,"")} · ${lt(d.at,Date.now())}`:n("settings_widget.unseen_hint"),c`<a class="button" href="/demo" target="_blank" rel="noopener">${n("settings_widget.try_it")}${D("out")}</a>`)}`},$=()=>{let p=ue.find(m=>m.id===i)??ue[0];return c`${A(n("settings_widget.server"),c`${q(n("settings_widget.language"),ue.map(m=>({value:m.id,label:m.name})),i,m=>{i=m,s()})}
          ${et(p.lines,void 0,p.name)}`,n("settings_widget.server_intro"))}
      ${A(n("settings_widget.page"),et($n,void 0,n("settings_widget.page")),n("settings_widget.page_intro"))}
      ${A(n("settings_widget.secret"),et(Ya,void 0,n("settings_widget.secret")),n("settings_widget.secret_intro"))}`};return{start:l,status:()=>d?c`<span class="chip chip-ok"><span>${h(d.url)}</span></span>`:c`<span class="chip"><span>${n("settings_widget.not_seen")}</span></span>`,tabs:[{id:"site",label:n("settings_widget.tab_site")},{id:"identity",label:n("settings_widget.tab_identity")}],get tab(){return o},choose(p){o=p,s()},body:()=>o==="site"?u():$()}}var yn={widget:_n,hours:tn,team:mn,shop:Qs,data:Vs,about:qs,profile:pn,notifications:ln,sessions:un,tokens:hn};var Za=2e4,wt=e=>document.querySelector(`meta[name="${e}"]`)?.getAttribute("content")??"",Z=JSON.parse(wt("me")),ze=wt("csrf")||Z.csrf_token,Ve=()=>location.assign(`/login?next=${encodeURIComponent(location.pathname)}`),vt=We({csrf:ze,signedOut:Ve}),Xa=Ls({csrf:ze,signedOut:Ve}),Qa=Rs({csrf:ze,signedOut:Ve}),Ot=ys(_s()),V=js({me:Z,asked:wt("settings-page"),shown:wt("settings-shown"),schedule:e=>requestAnimationFrame(e),phone:()=>Ot.phone.value});document.title=`${n(`settings.${wt("settings-shown")}`)} · ${n("settings.title")} · ${Z.shop.name}`;var bn={me:Z,call:Xa,upload:Qa,changed:V.changed,say:V.say,failed:V.failed,ask:V.ask,origin:wt("origin"),ui:Ot,setTheme(e){Ot.theme.value=e,document.documentElement.dataset.theme=e}},me=R(0),Fe={ticks:{frame:me},agent:Z.agent,shop:Z.shop,book:{counts:null},async setAvailability(e){let t=Z.agent.availability;Z.agent.availability=e,me.value++;try{await vt.availability(e)}catch(s){Z.agent.availability=t,me.value++,V.failed(s)}}},vn=e=>{bn.setTheme(e),vt.change({theme:e}).catch(V.failed)},to=()=>Ot.theme.value==="auto"?matchMedia("(prefers-color-scheme: dark)").matches:Ot.theme.value==="dark",ge={palette:{label:"keys.palette",key:"mod+k",group:"go",field:!0,run:()=>he.open()},go_inbox:{label:"keys.go_inbox",key:"g i",group:"go",icon:"inbox",run:()=>location.assign("/inbox")},go_settings:{label:"settings.title",key:"g s",group:"go",icon:"settings",run:()=>location.assign("/settings")},theme:{label:"keys.theme",key:"mod+Shift+l",group:"desk",icon:"sun-moon",run:()=>vn(to()?"light":"dark")}},Ge=bt(ge),he=Ds({entries:()=>[...Ns(Z.agent.role).map(e=>({...e,asked:!1})),...Object.entries(ge).filter(([e])=>e!=="palette"&&e!=="go_settings").map(([e,t])=>({id:e,group:"desk",label:n(t.label),key:Ge.keyOf(e),mark:H(t.icon??"arrow-right",18),run:t.run}))],subject:()=>null,next(){},phone:()=>!1});Me(V.palette,he.view,he.around);Es({keymap:()=>Ge,actions:ge});vt.preferences().then(({keys:e})=>Ge=bt(ge,e),()=>{});var wn=async()=>{try{Fe.book.counts=await vt.counts(),me.value++}catch{}};Me(V.rail,As(Fe,Ot,{theme:vn,palette:he.open,availability:Fe.setAvailability,async language(e){if(e!==O)try{await vt.change({locale:e}),location.reload()}catch(t){V.failed(t)}},async signOut(e){if(!(e&&!await V.ask({title:n("agent.sign_out_everywhere_ask"),text:n("agent.sign_out_everywhere_means"),confirm:n("agent.sign_out_everywhere"),cancel:n("agent.stay")})))try{await(e?vt.signOutEverywhere():vt.signOut()),location.assign("/login")}catch(t){V.failed(t)}}},"settings"));V.show(yn[wt("settings-shown")](bn));wn();setInterval(()=>document.visibilityState==="visible"&&wn(),Za);matchMedia("(max-width: 720px)").addEventListener("change",V.changed);
