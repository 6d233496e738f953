var Q=class extends Error{constructor(t,n,a){super(n?.title??`status ${t}`),this.status=t,this.code=n?.code??(t?"unexpected":"unreachable"),this.field=n?.field??null,this.retryAfter=a}};async function Te(e,t,n,a){let i={accept:"application/json"};n!==void 0&&(i["content-type"]="application/json"),a&&(i["x-csrf-token"]=a);let o;try{o=await fetch(t,{method:e,headers:i,credentials:"same-origin",body:n===void 0?void 0:JSON.stringify(n)})}catch{throw new Q(0,null,null)}let r=await o.text(),d=null;try{d=r?JSON.parse(r):null}catch{}if(o.ok)return d;let c=Number(o.headers.get("retry-after"));throw new Q(o.status,d,Number.isFinite(c)&&c>0?c:null)}function Me(e){let t=Object.entries(e).filter(([,n])=>n!=null);return t.length?`?${new URLSearchParams(t.map(([n,a])=>[n,String(a)]))}`:""}function ds({csrf:e,signedOut:t}){let n=async(i,o,r)=>{try{return await Te(i,`/api/v1${o}`,r,e)}catch(d){throw d instanceof Q&&d.status===401&&t(),d}},a=i=>`/conversations/${encodeURIComponent(i)}`;return{session:()=>n("POST","/im/session",{}),me:()=>n("GET","/me"),change:i=>n("PATCH","/me",i),preferences:()=>n("GET","/me/preferences"),savePreferences:i=>n("PUT","/me/preferences",i),agents:()=>n("GET","/agents?limit=200"),availability:i=>n("PUT","/agents/me/availability",{state:i}),signOut:()=>n("POST","/logout",{}),signOutEverywhere:()=>n("POST","/logout-everywhere",{}),counts:()=>n("GET","/conversations/counts"),conversations:(i,o,r={})=>n("GET",`/conversations${Me({view:i,...r,cursor:o,limit:50})}`),conversation:i=>n("GET",a(i)),entries:(i,o)=>n("GET",`${a(i)}/entries${Me(o)}`),assign:(i,o)=>n("POST",`${a(i)}/assign`,{agent_id:o}),close:i=>n("POST",`${a(i)}/resolve`,{}),reopen:i=>n("POST",`${a(i)}/reopen`,{}),snooze:(i,o)=>n("POST",`${a(i)}/snooze`,{until:o}),label:(i,o)=>n("POST",`${a(i)}/labels`,{labels:o}),bulk:i=>n("POST","/conversations/bulk",i),editMessage:(i,o,r)=>n("PATCH",`${a(i)}/messages/${encodeURIComponent(o)}`,{content:r}),recallMessage:(i,o)=>n("DELETE",`${a(i)}/messages/${encodeURIComponent(o)}`,{}),contact:i=>n("GET",`/contacts/${encodeURIComponent(i)}`),changeContact:(i,o)=>n("PATCH",`/contacts/${encodeURIComponent(i)}`,o),block:i=>n("POST","/blocks",i),unblock:i=>n("DELETE",`/blocks/${encodeURIComponent(i)}`,{}),setupList:()=>n("GET","/setup/list"),dismissSetupList:i=>n("PATCH","/setup/list",{dismissed:i}),addDemoData:()=>n("POST","/demo-data",{}),removeDemoData:()=>n("DELETE","/demo-data",{}),linkPreview:(i,o)=>n("GET",`/link-preview${Me({message:i,url:o})}`),labels:()=>n("GET","/labels"),canned:()=>n("GET","/canned"),cannedUsed:i=>n("POST",`/canned/${encodeURIComponent(i)}/used`,{}),drafts:()=>n("GET","/drafts"),keepDraft:(i,o,r)=>n("PUT",`/drafts/${encodeURIComponent(i)}`,{note:o,text:r})}}var Ce=globalThis,us=e=>e,Jt=Ce.trustedTypes,ps=Jt?Jt.createPolicy("lit-html",{createHTML:e=>e}):void 0,Pe="$lit$",at=`lit$${Math.random().toFixed(9).slice(2)}$`,De="?"+at,oa=`<${De}>`,bt=document,Bt=()=>bt.createComment(""),qt=e=>e===null||typeof e!="object"&&typeof e!="function",Ie=Array.isArray,$s=e=>Ie(e)||typeof e?.[Symbol.iterator]=="function",Oe=`[ 	
\f\r]`,Ut=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,ms=/-->/g,gs=/>/g,_t=RegExp(`>|${Oe}(?:([^\\s"'>=/]+)(${Oe}*=${Oe}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),hs=/'/g,fs=/"/g,bs=/^(?:script|style|textarea|title)$/i,Ne=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),l=Ne(1),y=Ne(2),lo=Ne(3),V=Symbol.for("lit-noChange"),h=Symbol.for("lit-nothing"),_s=new WeakMap,$t=bt.createTreeWalker(bt,129);function ys(e,t){if(!Ie(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return ps!==void 0?ps.createHTML(t):t}var vs=(e,t)=>{let n=e.length-1,a=[],i,o=t===2?"<svg>":t===3?"<math>":"",r=Ut;for(let d=0;d<n;d++){let c=e[d],m,p,$=-1,u=0;for(;u<c.length&&(r.lastIndex=u,p=r.exec(c),p!==null);)u=r.lastIndex,r===Ut?p[1]==="!--"?r=ms:p[1]!==void 0?r=gs:p[2]!==void 0?(bs.test(p[2])&&(i=RegExp("</"+p[2],"g")),r=_t):p[3]!==void 0&&(r=_t):r===_t?p[0]===">"?(r=i??Ut,$=-1):p[1]===void 0?$=-2:($=r.lastIndex-p[2].length,m=p[1],r=p[3]===void 0?_t:p[3]==='"'?fs:hs):r===fs||r===hs?r=_t:r===ms||r===gs?r=Ut:(r=_t,i=void 0);let f=r===_t&&e[d+1].startsWith("/>")?" ":"";o+=r===Ut?c+oa:$>=0?(a.push(m),c.slice(0,$)+Pe+c.slice($)+at+f):c+at+($===-2?d:f)}return[ys(e,o+(e[n]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),a]},zt=class e{constructor({strings:t,_$litType$:n},a){let i;this.parts=[];let o=0,r=0,d=t.length-1,c=this.parts,[m,p]=vs(t,n);if(this.el=e.createElement(m,a),$t.currentNode=this.el.content,n===2||n===3){let $=this.el.content.firstChild;$.replaceWith(...$.childNodes)}for(;(i=$t.nextNode())!==null&&c.length<d;){if(i.nodeType===1){if(i.hasAttributes())for(let $ of i.getAttributeNames())if($.endsWith(Pe)){let u=p[r++],f=i.getAttribute($).split(at),b=/([.?@])?(.*)/.exec(u);c.push({type:1,index:o,name:b[2],strings:f,ctor:b[1]==="."?te:b[1]==="?"?ee:b[1]==="@"?se:vt}),i.removeAttribute($)}else $.startsWith(at)&&(c.push({type:6,index:o}),i.removeAttribute($));if(bs.test(i.tagName)){let $=i.textContent.split(at),u=$.length-1;if(u>0){i.textContent=Jt?Jt.emptyScript:"";for(let f=0;f<u;f++)i.append($[f],Bt()),$t.nextNode(),c.push({type:2,index:++o});i.append($[u],Bt())}}}else if(i.nodeType===8)if(i.data===De)c.push({type:2,index:o});else{let $=-1;for(;($=i.data.indexOf(at,$+1))!==-1;)c.push({type:7,index:o}),$+=at.length-1}o++}}static createElement(t,n){let a=bt.createElement("template");return a.innerHTML=t,a}};function yt(e,t,n=e,a){if(t===V)return t;let i=a!==void 0?n._$Co?.[a]:n._$Cl,o=qt(t)?void 0:t._$litDirective$;return i?.constructor!==o&&(i?._$AO?.(!1),o===void 0?i=void 0:(i=new o(e),i._$AT(e,n,a)),a!==void 0?(n._$Co??=[])[a]=i:n._$Cl=i),i!==void 0&&(t=yt(e,i._$AS(e,t.values),i,a)),t}var Qt=class{constructor(t,n){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=n}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:n},parts:a}=this._$AD,i=(t?.creationScope??bt).importNode(n,!0);$t.currentNode=i;let o=$t.nextNode(),r=0,d=0,c=a[0];for(;c!==void 0;){if(r===c.index){let m;c.type===2?m=new Tt(o,o.nextSibling,this,t):c.type===1?m=new c.ctor(o,c.name,c.strings,this,t):c.type===6&&(m=new ne(o,this,t)),this._$AV.push(m),c=a[++d]}r!==c?.index&&(o=$t.nextNode(),r++)}return $t.currentNode=bt,i}p(t){let n=0;for(let a of this._$AV)a!==void 0&&(a.strings!==void 0?(a._$AI(t,a,n),n+=a.strings.length-2):a._$AI(t[n])),n++}},Tt=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,n,a,i){this.type=2,this._$AH=h,this._$AN=void 0,this._$AA=t,this._$AB=n,this._$AM=a,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,n=this._$AM;return n!==void 0&&t?.nodeType===11&&(t=n.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,n=this){t=yt(this,t,n),qt(t)?t===h||t==null||t===""?(this._$AH!==h&&this._$AR(),this._$AH=h):t!==this._$AH&&t!==V&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):$s(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==h&&qt(this._$AH)?this._$AA.nextSibling.data=t:this.T(bt.createTextNode(t)),this._$AH=t}$(t){let{values:n,_$litType$:a}=t,i=typeof a=="number"?this._$AC(t):(a.el===void 0&&(a.el=zt.createElement(ys(a.h,a.h[0]),this.options)),a);if(this._$AH?._$AD===i)this._$AH.p(n);else{let o=new Qt(i,this),r=o.u(this.options);o.p(n),this.T(r),this._$AH=o}}_$AC(t){let n=_s.get(t.strings);return n===void 0&&_s.set(t.strings,n=new zt(t)),n}k(t){Ie(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,a,i=0;for(let o of t)i===n.length?n.push(a=new e(this.O(Bt()),this.O(Bt()),this,this.options)):a=n[i],a._$AI(o),i++;i<n.length&&(this._$AR(a&&a._$AB.nextSibling,i),n.length=i)}_$AR(t=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);t!==this._$AB;){let a=us(t).nextSibling;us(t).remove(),t=a}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},vt=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,n,a,i,o){this.type=1,this._$AH=h,this._$AN=void 0,this.element=t,this.name=n,this._$AM=i,this.options=o,a.length>2||a[0]!==""||a[1]!==""?(this._$AH=Array(a.length-1).fill(new String),this.strings=a):this._$AH=h}_$AI(t,n=this,a,i){let o=this.strings,r=!1;if(o===void 0)t=yt(this,t,n,0),r=!qt(t)||t!==this._$AH&&t!==V,r&&(this._$AH=t);else{let d=t,c,m;for(t=o[0],c=0;c<o.length-1;c++)m=yt(this,d[a+c],n,c),m===V&&(m=this._$AH[c]),r||=!qt(m)||m!==this._$AH[c],m===h?t=h:t!==h&&(t+=(m??"")+o[c+1]),this._$AH[c]=m}r&&!i&&this.j(t)}j(t){t===h?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},te=class extends vt{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===h?void 0:t}},ee=class extends vt{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==h)}},se=class extends vt{constructor(t,n,a,i,o){super(t,n,a,i,o),this.type=5}_$AI(t,n=this){if((t=yt(this,t,n,0)??h)===V)return;let a=this._$AH,i=t===h&&a!==h||t.capture!==a.capture||t.once!==a.once||t.passive!==a.passive,o=t!==h&&(a===h||i);i&&this.element.removeEventListener(this.name,this,a),o&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},ne=class{constructor(t,n,a){this.element=t,this.type=6,this._$AN=void 0,this._$AM=n,this.options=a}get _$AU(){return this._$AM._$AU}_$AI(t){yt(this,t)}},ws={M:Pe,P:at,A:De,C:1,L:vs,R:Qt,D:$s,V:yt,I:Tt,H:vt,N:ee,U:se,B:te,F:ne},ra=Ce.litHtmlPolyfillSupport;ra?.(zt,Tt),(Ce.litHtmlVersions??=[]).push("3.3.3");var Z=(e,t,n)=>{let a=n?.renderBefore??t,i=a._$litPart$;if(i===void 0){let o=n?.renderBefore??null;a._$litPart$=i=new Tt(t.insertBefore(Bt(),o),o,void 0,n??{})}return i._$AI(e),i};var it={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},ae=e=>(...t)=>({_$litDirective$:e,values:t}),Ot=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,n,a){this._$Ct=t,this._$AM=n,this._$Ci=a}_$AS(t,n){return this.update(t,n)}update(t,n){return this.render(...n)}};var{I:la}=ws,ks=e=>e;var As=e=>e.strings===void 0,xs=()=>document.createComment(""),Ct=(e,t,n)=>{let a=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0){let o=a.insertBefore(xs(),i),r=a.insertBefore(xs(),i);n=new la(o,r,e,e.options)}else{let o=n._$AB.nextSibling,r=n._$AM,d=r!==e;if(d){let c;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(c=e._$AU)!==r._$AU&&n._$AP(c)}if(o!==i||d){let c=n._$AA;for(;c!==o;){let m=ks(c).nextSibling;ks(a).insertBefore(c,i),c=m}}}return n},ct=(e,t,n=e)=>(e._$AI(t,n),e),ca={},ie=(e,t=ca)=>e._$AH=t,Es=e=>e._$AH,oe=e=>{e._$AR(),e._$AA.remove()};var Ss=(e,t,n)=>{let a=new Map;for(let i=t;i<=n;i++)a.set(e[i],i);return a},da=ae(class extends Ot{constructor(e){if(super(e),e.type!==it.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,n){let a;n===void 0?n=t:t!==void 0&&(a=t);let i=[],o=[],r=0;for(let d of e)i[r]=a?a(d,r):r,o[r]=n(d,r),r++;return{values:o,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,a]){let i=Es(e),{values:o,keys:r}=this.dt(t,n,a);if(!Array.isArray(i))return this.ut=r,o;let d=this.ut??=[],c=[],m,p,$=0,u=i.length-1,f=0,b=o.length-1;for(;$<=u&&f<=b;)if(i[$]===null)$++;else if(i[u]===null)u--;else if(d[$]===r[f])c[f]=ct(i[$],o[f]),$++,f++;else if(d[u]===r[b])c[b]=ct(i[u],o[b]),u--,b--;else if(d[$]===r[b])c[b]=ct(i[$],o[b]),Ct(e,c[b+1],i[$]),$++,b--;else if(d[u]===r[f])c[f]=ct(i[u],o[f]),Ct(e,i[$],i[u]),u--,f++;else if(m===void 0&&(m=Ss(r,f,b),p=Ss(d,$,u)),m.has(d[$]))if(m.has(d[u])){let g=p.get(r[f]),_=g!==void 0?i[g]:null;if(_===null){let v=Ct(e,i[$]);ct(v,o[f]),c[f]=v}else c[f]=ct(_,o[f]),Ct(e,i[$],_),i[g]=null;f++}else oe(i[u]),u--;else oe(i[$]),$++;for(;f<=b;){let g=Ct(e,c[b+1]);ct(g,o[f]),c[f++]=g}for(;$<=u;){let g=i[$++];g!==null&&oe(g)}return this.ut=r,ie(e,c),V}});var S=ae(class extends Ot{constructor(e){if(super(e),e.type!==it.PROPERTY&&e.type!==it.ATTRIBUTE&&e.type!==it.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!As(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===V||t===h)return t;let n=e.element,a=e.name;if(e.type===it.PROPERTY){if(t===n[a])return V}else if(e.type===it.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(a))return V}else if(e.type===it.ATTRIBUTE&&n.getAttribute(a)===t+"")return V;return ie(e),t}});var ua=Symbol.for("preact-signals");function Le(){if(wt>1){wt--;return}let e,t=!1;for((function(){let n=re;for(re=void 0;n!==void 0;){let a=n.S;if(a.v===n.v)for(let i=a.t;i!==void 0;i=i.x)i.i===n.i&&(i.i=a.i);n=n.o}})();Gt!==void 0;){let n=Gt;for(Gt=void 0,le++;n!==void 0;){let a=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Os(n))try{n.c()}catch(i){t||(e=i,t=!0)}n=a}}if(le=0,wt--,t)throw e}var L,Ft,Gt;function J(e){let t=L,n=Ft;L=void 0,Ft=void 0;try{return e()}finally{L=t,Ft=n}}var re,wt=0,le=0;var Ms=0,ce=0;function Ts(e){if(L===void 0)return;let t=e.n;if(t===void 0||t.t!==L)return t={i:0,S:e,p:L.s,n:void 0,t:L,e:void 0,x:void 0,r:t},L.s!==void 0&&(L.s.n=t),L.s=t,e.n=t,32&L.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=L.s,t.n=void 0,L.s.n=t,L.s=t),t}function F(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}F.prototype.brand=ua;F.prototype.h=function(){return!0};F.prototype.S=function(e){let t=this.t;t!==e&&e.e===void 0&&(e.x=t,this.t=e,t!==void 0?t.e=e:J(()=>{var n;(n=this.W)==null||n.call(this)}))};F.prototype.U=function(e){if(this.t!==void 0){let t=e.e,n=e.x;t!==void 0&&(t.x=n,e.e=void 0),n!==void 0&&(n.e=t,e.x=void 0),e===this.t&&(this.t=n,n===void 0&&J(()=>{var a;(a=this.Z)==null||a.call(this)}))}};F.prototype.subscribe=function(e){return Dt(()=>{let t=this.value;J(()=>e(t))},{name:"sub"})};F.prototype.valueOf=function(){return this.value};F.prototype.toString=function(){return this.value+""};F.prototype.toJSON=function(){return this.value};F.prototype.peek=function(){return J(()=>this.value)};Object.defineProperty(F.prototype,"value",{get(){let e=Ts(this);return e!==void 0&&(e.i=this.i),this.v},set(e){if(e!==this.v){if(le>100)throw new Error("Cycle detected");(function(t){wt!==0&&le===0&&t.l!==Ms&&(t.l=Ms,re={S:t,v:t.v,i:t.i,o:re})})(this),this.v=e,this.i++,ce++,wt++;try{for(let t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Le()}}}});function B(e,t){return new F(e,t)}function Os(e){for(let t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Cs(e){for(let t=e.s;t!==void 0;t=t.n){let n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Ps(e){let t,n=e.s;for(;n!==void 0;){let a=n.p;n.i===-1?(n.S.U(n),a!==void 0&&(a.n=n.n),n.n!==void 0&&(n.n.p=a)):t=n,n.S.n=n.r,n.r!==void 0&&(n.r=void 0),n=a}e.s=t}function kt(e,t){F.call(this,void 0,t),this.x=e,this.s=void 0,this.g=ce-1,this.f=4}kt.prototype=new F;kt.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===ce))return!0;if(this.g=ce,this.f|=1,this.i>0&&!Os(this))return this.f&=-2,!0;let e=L;try{Cs(this),L=this;let t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(t){this.v=t,this.f|=16,this.i++}return L=e,Ps(this),this.f&=-2,!0};kt.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(let t=this.s;t!==void 0;t=t.n)t.S.S(t)}F.prototype.S.call(this,e)};kt.prototype.U=function(e){if(this.t!==void 0&&(F.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(let t=this.s;t!==void 0;t=t.n)t.S.U(t)}};kt.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(let e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(kt.prototype,"value",{get(){if(1&this.f)throw new Error("Cycle detected");let e=Ts(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function He(e,t){return new kt(e,t)}function Ds(e){let t=e.j;if(e.j=void 0,typeof t=="function"){wt++;let n=L;L=void 0;try{t()}catch(a){throw e.f&=-2,e.f|=8,Re(e),a}finally{L=n,Le()}}}function Re(e){for(let t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Ds(e)}function pa(e){if(L!==this)throw new Error("Out-of-order effect");Ps(this),L=e,this.f&=-2;try{8&this.f&&Re(this)}finally{Le()}}function Pt(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,Ft&&Ft.push(this)}Pt.prototype.c=function(){let e=this.S();try{if(8&this.f||this.x===void 0)return;let t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Pt.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Ds(this),Cs(this),wt++;let e=L;return L=this,pa.bind(this,e)};Pt.prototype.N=function(){2&this.f||(this.f|=2,this.u=Gt,Gt=this)};Pt.prototype.d=function(){this.f|=8,1&this.f||Re(this)};Pt.prototype.dispose=function(){this.d()};function Dt(e,t){let n=new Pt(e,t);try{n.c()}catch(i){throw n.d(),i}let a=n.d.bind(n);return a[Symbol.dispose]=a,a}function je(e,t,n){if(!(e instanceof HTMLElement))throw new Error("nowhere to render");Dt(()=>{let a=t();J(()=>n?.before?.()),Z(a,e),J(()=>n?.after?.())})}var de={};for(let e of document.querySelectorAll('meta[name^="texts-"]')){let t=e.name.slice(6),n=JSON.parse(e.content);for(let[a,i]of Object.entries(n))de[`${t}.${a}`]=i}var D=document.documentElement.lang||"zh-CN",ma=new Intl.PluralRules(D),Ue=e=>e in de;function s(e,t){let n=de[e]??e;return t?n.replace(/\{(\w+)\}/g,(a,i)=>String(t[i]??a)):n}function q(e,t,n){let a=`${e}.${ma.select(t)}`;return s(a in de?a:`${e}.other`,{count:t,...n})}function Is(){try{return localStorage.getItem("servicedesk.probe"),localStorage}catch{return null}}var ga="(max-width: 1100px)",ha="(max-width: 720px)",fa=15e3;function Ns(e){let t=r=>{let d=matchMedia(r),c=B(d.matches);return d.addEventListener("change",()=>c.value=d.matches),c},n=B(e?.getItem("servicedesk.details")!=="closed"),a=B(!1),i=B(Date.now());setInterval(()=>i.value=Date.now(),fa),Dt(()=>{try{e?.setItem("servicedesk.details",n.value?"open":"closed")}catch{}});let o=t(ga);return{narrow:o,phone:t(ha),now:i,details:{get open(){return o.value?a.value:n.value},set(r){o.value?a.value=r:n.value=r},toggle(){this.set(!this.open)}},tab:B("reply"),dialog:B(null),theme:B(document.documentElement.dataset.theme??"auto")}}var _a={inbox:y`<polyline points="22 12 16 12 14 15 10 15 8 12 2 12"/><path d="M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/>`,user:y`<path d="M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2"/><circle cx="12" cy="7" r="4"/>`,check:y`<path d="M20 6 9 17l-5-5"/>`,"check-check":y`<path d="M18 6 7 17l-5-5"/><path d="m22 10-7.5 7.5L13 16"/>`,clock:y`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,"badge-check":y`<path d="M3.85 8.62a4 4 0 0 1 4.78-4.77 4 4 0 0 1 6.74 0 4 4 0 0 1 4.78 4.78 4 4 0 0 1 0 6.74 4 4 0 0 1-4.77 4.78 4 4 0 0 1-6.75 0 4 4 0 0 1-4.78-4.77 4 4 0 0 1 0-6.76Z"/><path d="m16 9-5.5 5.5L8 12"/>`,globe:y`<circle cx="12" cy="12" r="10"/><path d="M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20"/><path d="M2 12h20"/>`,"code-xml":y`<path d="m18 16 4-4-4-4"/><path d="m6 8-4 4 4 4"/><path d="m14.5 4-5 16"/>`,"chevron-down":y`<path d="m6 9 6 6 6-6"/>`,"chevron-left":y`<path d="m15 18-6-6 6-6"/>`,"chevron-right":y`<path d="m9 18 6-6-6-6"/>`,"arrow-up":y`<path d="m5 12 7-7 7 7"/><path d="M12 19V5"/>`,"arrow-down":y`<path d="M12 5v14"/><path d="m19 12-7 7-7-7"/>`,x:y`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,lock:y`<rect width="18" height="11" x="3" y="11" rx="2" ry="2"/><path d="M7 11V7a5 5 0 0 1 10 0v4"/>`,"panel-right":y`<rect width="18" height="18" x="3" y="3" rx="2"/><path d="M15 3v18"/>`,info:y`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,mail:y`<path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7"/><rect x="2" y="4" width="20" height="16" rx="2"/>`,phone:y`<path d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"/>`,"id-card":y`<path d="M13 19a4 4 0 00-8 0"/><path d="M16 10h2"/><path d="M16 14h2"/><circle cx="9" cy="12" r="3"/><rect x="2" y="5" width="20" height="14" rx="2"/>`,languages:y`<path d="m5 8 6 6"/><path d="m4 14 6-6 2-3"/><path d="M2 5h12"/><path d="M7 2h1"/><path d="m22 22-5-10-5 10"/><path d="M14 18h6"/>`,"message-circle":y`<path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719"/>`,"circle-alert":y`<circle cx="12" cy="12" r="10"/><line x1="12" x2="12" y1="8" y2="12"/><line x1="12" x2="12.01" y1="16" y2="16"/>`,"pencil-line":y`<path d="M13 21h8"/><path d="m15 5 4 4"/><path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/>`,keyboard:y`<path d="M10 8h.01"/><path d="M12 12h.01"/><path d="M14 8h.01"/><path d="M16 12h.01"/><path d="M18 8h.01"/><path d="M6 8h.01"/><path d="M7 16h10"/><path d="M8 12h.01"/><rect width="20" height="16" x="2" y="4" rx="2"/>`,"log-out":y`<path d="m16 17 5-5-5-5"/><path d="M21 12H9"/><path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4"/>`,power:y`<path d="M12 2v10"/><path d="M18.4 6.6a9 9 0 1 1-12.77.04"/>`,"book-open":y`<path d="M12 5v16"/><path d="M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z"/>`,sun:y`<circle cx="12" cy="12" r="4"/><path d="M12 2v2"/><path d="M12 20v2"/><path d="m4.93 4.93 1.41 1.41"/><path d="m17.66 17.66 1.41 1.41"/><path d="M2 12h2"/><path d="M20 12h2"/><path d="m6.34 17.66-1.41 1.41"/><path d="m19.07 4.93-1.41 1.41"/>`,moon:y`<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/>`,"sun-moon":y`<path d="M12 2v2"/><path d="M14.837 16.385a6 6 0 1 1-7.223-7.222c.624-.147.97.66.715 1.248a4 4 0 0 0 5.26 5.259c.589-.255 1.396.09 1.248.715"/><path d="M16 12a4 4 0 0 0-4-4"/><path d="m19 5-1.256 1.256"/><path d="M20 12h2"/>`,store:y`<path d="M15 21v-5a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v5"/><path d="M17.774 10.31a1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.451 0 1.12 1.12 0 0 0-1.548 0 2.5 2.5 0 0 1-3.452 0 1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.77-3.248l2.889-4.184A2 2 0 0 1 7 2h10a2 2 0 0 1 1.653.873l2.895 4.192a2.5 2.5 0 0 1-3.774 3.244"/><path d="M4 10.95V19a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8.05"/>`,copy:y`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`,"wifi-off":y`<path d="M12 20h.01"/><path d="M8.5 16.429a5 5 0 0 1 7 0"/><path d="M5 12.859a10 10 0 0 1 5.17-2.69"/><path d="M19 12.859a10 10 0 0 0-2.007-1.523"/><path d="M2 8.82a15 15 0 0 1 4.177-2.643"/><path d="M22 8.82a15 15 0 0 0-11.288-3.764"/><path d="m2 2 20 20"/>`,"cloud-off":y`<path d="M10.94 5.274A7 7 0 0 1 15.71 10h1.79a4.5 4.5 0 0 1 4.222 6.057"/><path d="M18.796 18.81A4.5 4.5 0 0 1 17.5 19H9A7 7 0 0 1 5.79 5.78"/><path d="m2 2 20 20"/>`,circle:y`<circle cx="12" cy="12" r="10"/>`,"circle-check":y`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,"rotate-ccw":y`<path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8"/><path d="M3 3v5h5"/>`,"user-plus":y`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><circle cx="9" cy="7" r="4"/><line x1="19" x2="19" y1="8" y2="14"/><line x1="22" x2="16" y1="11" y2="11"/>`,"monitor-smartphone":y`<path d="M18 8V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h8"/><path d="M10 19v-3.96 3.15"/><path d="M7 19h5"/><rect width="6" height="10" x="16" y="12" rx="2"/>`,star:y`<path d="M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z"/>`,"undo-2":y`<path d="M9 14 4 9l5-5"/><path d="M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11"/>`,"alarm-clock":y`<circle cx="12" cy="13" r="8"/><path d="M12 9v4l2 2"/><path d="M5 3 2 6"/><path d="m22 6-3-3"/><path d="M6.38 18.7 4 21"/><path d="M17.64 18.67 20 21"/>`,users:y`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,settings:y`<path d="M9.671 4.136a2.34 2.34 0 0 1 4.659 0 2.34 2.34 0 0 0 3.319 1.915 2.34 2.34 0 0 1 2.33 4.033 2.34 2.34 0 0 0 0 3.831 2.34 2.34 0 0 1-2.33 4.033 2.34 2.34 0 0 0-3.319 1.915 2.34 2.34 0 0 1-4.659 0 2.34 2.34 0 0 0-3.32-1.915 2.34 2.34 0 0 1-2.33-4.033 2.34 2.34 0 0 0 0-3.831A2.34 2.34 0 0 1 6.35 6.051a2.34 2.34 0 0 0 3.319-1.915"/><circle cx="12" cy="12" r="3"/>`,"trash-2":y`<path d="M10 11v6"/><path d="M14 11v6"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M3 6h18"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`,search:y`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,bell:y`<path d="M10.268 21a2 2 0 0 0 3.464 0"/><path d="M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326"/>`,play:y`<path d="M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z"/>`,pause:y`<rect x="14" y="3" width="5" height="18" rx="1"/><rect x="5" y="3" width="5" height="18" rx="1"/>`,paperclip:y`<path d="m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551"/>`,file:y`<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"/><path d="M14 2v5a1 1 0 0 0 1 1h5"/>`,"audio-lines":y`<path d="M2 10v3"/><path d="M6 6v11"/><path d="M10 3v18"/><path d="M14 8v7"/><path d="M18 5v13"/><path d="M22 10v3"/>`,download:y`<path d="M12 15V3"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><path d="m7 10 5 5 5-5"/>`,mic:y`<path d="M12 19v3"/><path d="M19 10v2a7 7 0 0 1-14 0v-2"/><rect x="9" y="2" width="6" height="13" rx="3"/>`,"volume-2":y`<path d="M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298z"/><path d="M16 9a5 5 0 0 1 0 6"/><path d="M19.364 18.364a9 9 0 0 0 0-12.728"/>`,"arrow-right":y`<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>`,"arrow-up-down":y`<path d="m21 16-4 4-4-4"/><path d="M17 20V4"/><path d="m3 8 4-4 4 4"/><path d="M7 4v16"/>`,"list-filter":y`<path d="M2 5h20"/><path d="M6 12h12"/><path d="M9 19h6"/>`,smile:y`<circle cx="12" cy="12" r="10"/><path d="M8 14s1.5 2 4 2 4-2 4-2"/><line x1="9" x2="9.01" y1="9" y2="9"/><line x1="15" x2="15.01" y1="9" y2="9"/>`,"square-slash":y`<rect width="18" height="18" x="3" y="3" rx="2"/><line x1="9" x2="15" y1="15" y2="9"/>`,bold:y`<path d="M6 12h9a4 4 0 0 1 0 8H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h7a4 4 0 0 1 0 8"/>`,list:y`<path d="M3 5h.01"/><path d="M3 12h.01"/><path d="M3 19h.01"/><path d="M8 5h13"/><path d="M8 12h13"/><path d="M8 19h13"/>`,link:y`<path d="M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71"/><path d="M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71"/>`,plus:y`<path d="M5 12h14"/><path d="M12 5v14"/>`,tag:y`<path d="M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.42 0l6.58-6.58a2.426 2.426 0 0 0 0-3.42z"/><circle cx="7.5" cy="7.5" r=".5" fill="currentColor"/>`,"at-sign":y`<circle cx="12" cy="12" r="4"/><path d="M16 8v5a3 3 0 0 0 6 0v-1a10 10 0 1 0-4 8"/>`,"map-pin":y`<path d="M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0"/><circle cx="12" cy="10" r="3"/>`,"list-checks":y`<path d="M13 5h8"/><path d="M13 12h8"/><path d="M13 19h8"/><path d="m3 17 2 2 4-4"/><path d="m3 7 2 2 4-4"/>`},H=(e,t=16)=>l`<svg class="icon" viewBox="0 0 24 24" width=${t} height=${t} aria-hidden="true">${_a[e]}</svg>`;var $a=/[\u3400-\u9fff\uf900-\ufaff]/;function Be(e){let t=e.trim().split(/\s+/),n=t.at(-1);if($a.test(n))return[...n].at(-1)??"";let a=[...t[0]][0]??"";return(t.length>1?a+([...n][0]??""):a).toUpperCase()}var ba=6;function ya(e){let t=0;for(let n of e)t=t*31+n.codePointAt(0)>>>0;return t%ba+1}var dt=(e,t="")=>e.picture?l`<img class="avatar ${t}" src="/p/${e.picture}" alt="" width="36" height="36" />`:l`<span class="avatar ${t} tint-${ya(e.id)}" aria-hidden="true"
    >${t==="tiny"?[...Be(e.name)][0]:Be(e.name)}</span
  >`;var Yo=l`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`;var ut=typeof navigator<"u"&&/Mac|iPhone|iPad/.test(navigator.platform),va={Enter:"↵",Escape:"Esc",ArrowUp:"↑",ArrowDown:"↓",ArrowLeft:"←",ArrowRight:"→"," ":"Space",Backspace:"⌫",Delete:"Del"},wa=new Set(["Shift","Control","Alt","Meta","AltGraph","CapsLock","Fn","Dead","Process","Unidentified"]),Ls=/^\p{L}$/u;function ue(e,t=ut){if(e.isComposing||e.keyCode===229||wa.has(e.key))return null;let n=e.getModifierState?.("AltGraph")??!1,a=t?e.metaKey:e.ctrlKey&&!n;if(t?e.ctrlKey:e.metaKey)return null;let{key:o}=e,r=/^Key([A-Z])$/.exec(e.code??"");o.length===1&&o.charCodeAt(0)>127&&r&&(o=r[1]);let d=Ls.test(o),c=o.length>1||o===" ",m=[];return a&&m.push("mod"),e.altKey&&!n&&m.push("Alt"),e.shiftKey&&(d||c)&&m.push("Shift"),m.push(d?o.toLowerCase():o),m.join("+")}function xt(e){let t=e.trim().split(/ +/).filter(Boolean);if(t.length===0||t.length>2)return null;let n=t.map(a=>{let i=a.split("+"),o=a.endsWith("+")?"+":i.at(-1),r=i.slice(0,a.endsWith("+")?-2:-1).map(p=>p.toLowerCase());if(!r.every(p=>["mod","alt","shift"].includes(p)))return null;let c=Ls.test(o)?o.toLowerCase():o.length>1?o[0].toUpperCase()+o.slice(1):o;return[...[["mod","mod"],["alt","Alt"],["shift","Shift"]].flatMap(([p,$])=>r.includes(p)?[$]:[]),c].join("+")});return n.every(Boolean)?n.join(" "):null}function pt(e,t=ut){return e?e.split(" ").flatMap(n=>(n==="+"?["+"]:n.split("+")).map(i=>i==="mod"?t?"⌘":"Ctrl":i==="Shift"?t?"⇧":"Shift":i==="Alt"?t?"⌥":"Alt":va[i]??(i.length===1?i.toUpperCase():i))):[]}var Hs=e=>pt(e).join(ut?"":" "),Rs=e=>e.startsWith("mod+")||e.startsWith("Alt+");var pe=[],ka=0,xa=0;var Aa=()=>!!history.state?.layer&&!pe.some(e=>e.id===history.state.layer);function me(e){let t=ka+=1;return history[Aa()?"replaceState":"pushState"]({...history.state,layer:t},""),pe.push({id:t,close:e}),()=>{let n=pe.findIndex(a=>a.id===t);n<0||(pe.splice(n,1),setTimeout(()=>{history.state?.layer===t&&(xa+=1,history.back())}))}}var js=6,K=null,Vt=null,qe=null;function Ea(e){let t=l`${e.mark?l`<span class="menu-mark">${e.mark}</span>`:h}<span class="menu-label"
      >${e.label}</span
    >${e.hint?l`<span class="menu-hint">${e.hint}</span>`:h}${e.checked?l`<span class="menu-check">${H("check")}</span>`:h}`;if(e.href)return l`<a class="menu-item" role="menuitem" tabindex="-1" href=${e.href} target="_blank" rel="noopener">${t}</a>`;let n=()=>{ge(),e.run?.()};return e.checked===void 0?l`<button class="menu-item" role="menuitem" tabindex="-1" @click=${n}>${t}</button>`:l`<button class="menu-item" role="menuitemradio" aria-checked=${e.checked} tabindex="-1" @click=${n}>
        ${t}
      </button>`}function Sa(e){let t=[...K?.querySelectorAll(".menu-item")??[]],n=t.indexOf(document.activeElement),a={ArrowDown:n+1,ArrowUp:n-1,Home:0,End:t.length-1}[e.key];if(e.key==="Tab")return ge();a!==void 0&&(e.preventDefault(),t[(a+t.length)%t.length]?.focus())}function Ma(e,t,n){let{width:a,height:i}=e.getBoundingClientRect(),o=Math.max(8,Math.min(t.left,innerWidth-a-8)),r=t.bottom+js,d=n||r+i>innerHeight-8?Math.max(8,t.top-js-i):r;e.style.setProperty("left",`${o}px`),e.style.setProperty("top",`${d}px`)}function ge(){K?.matches(":popover-open")&&K.hidePopover()}function Us(e,t,n,a={}){if(K?.matches(":popover-open")){let r=Vt===e;if(ge(),r)return}K||(K=document.createElement("div"),K.className="menu",K.popover="auto",K.addEventListener("keydown",Sa),K.addEventListener("toggle",r=>{r.newState==="closed"&&(qe?.(),qe=null,Vt?.setAttribute("aria-expanded","false"),(document.activeElement===document.body||K?.contains(document.activeElement))&&Vt?.focus(),Vt=null)}),(document.querySelector("main")??document.body).append(K));let i=K;Vt=e,Z(l`${a.head??h}
      <div role="menu" aria-label=${t}>
        ${n.filter(r=>r.items.length>0).map(r=>l`<div class="menu-group" role="group" aria-label=${r.label??t}>
              ${r.label?l`<div class="menu-head" aria-hidden="true">${r.label}</div>`:h}
              ${r.items.map(Ea)}
            </div>`)}
      </div>`,i),e.setAttribute("aria-expanded","true"),i.showPopover(),matchMedia("(max-width: 720px)").matches&&(qe=me(ge)),Ma(i,e.getBoundingClientRect(),a.above??!1),(i.querySelector('[aria-checked="true"]')??i.querySelector(".menu-item"))?.focus()}var Ta=["online","away","offline"],Oa=["auto","light","dark"],Ca={auto:"sun-moon",light:"sun",dark:"moon"},Pa=[{id:"zh-CN",label:"中文"},{id:"en",label:"English"}];function Bs(e,t,n,a="inbox"){let i=()=>l`<div class="me-head">
      ${dt(e.agent)}
      <div><strong>${e.agent.name}</strong><span>${e.agent.email}</span></div>
    </div>`,o=r=>Us(r.currentTarget,s("agent.menu"),[{label:s("agent.state"),items:Ta.map(d=>({label:s(`agent.state_${d}`),mark:l`<i class="presence ${d==="online"?"on":d}"></i>`,checked:e.agent.availability===d,run:()=>n.availability(d)}))},{label:s("agent.language"),items:Pa.map(({id:d,label:c})=>({label:c,checked:D===d,run:()=>n.language(d)}))},{label:s("agent.theme"),items:Oa.map(d=>({label:s(`agent.theme_${d}`),mark:H(Ca[d]),checked:t.theme.value===d,run:()=>n.theme(d)}))},{items:[...t.phone.value?[{label:s("palette.title"),mark:H("search"),run:n.palette}]:[{label:s("agent.keys"),hint:"?",mark:H("keyboard"),run:()=>t.dialog.value="keys"},{label:s("agent.docs"),mark:H("book-open"),href:"/docs"}]]},{items:[{label:s("agent.sign_out"),mark:H("log-out"),run:()=>n.signOut(!1)},{label:s("agent.sign_out_everywhere"),mark:H("power"),run:()=>n.signOut(!0)}]}],{above:!0,head:i()});return()=>{e.ticks.frame.value;let r=e.book.counts?.waiting??0,d=e.agent.availability,c=document.querySelector('meta[name="assets"]')?.getAttribute("content")??"";return l`<img class="rail-logo" src="${c}/img/logo.svg" width="36" height="36" alt="" />
      <a class="rail-item" href="/inbox" aria-current=${a==="inbox"?"page":h}>
        <span class="rail-icon"
          >${H("inbox",t.phone.value?24:20)}${r?l`<span class="badge" aria-hidden="true">${r>99?"99+":r}</span>`:h}</span
        >
        <span>${s("inbox.title")}</span>
        ${r?l`<span class="hidden">${q("inbox.waiting_count",r)}</span>`:h}
      </a>
      <button
        class="rail-item rail-find no-phone"
        aria-haspopup="dialog"
        aria-keyshortcuts=${ut?"Meta+K":"Control+K"}
        title=${`${s("palette.title")} · ${Hs("mod+k")}`}
        @click=${n.palette}
      >
        <span class="rail-icon">${H("search",20)}</span><span>${s("palette.find")}</span>
      </button>
      <a class="rail-item" href="/settings" aria-current=${a==="settings"?"page":h}>
        <span class="rail-icon">${H("settings",t.phone.value?24:20)}</span>
        <span>${s("settings.title")}</span>
      </a>
      <button
        class="rail-me"
        aria-haspopup="menu"
        aria-expanded="false"
        @click=${o}
      >
        <span class="me-face">${dt(e.agent)}<i class="presence ${d==="online"?"on":d}"></i></span>
        <span class="hidden">${s("agent.menu_of",{name:e.agent.name,state:s(`agent.state_${d}`)})}</span>
        <span class="only-phone" aria-hidden="true">${s("common.me")}</span>
      </button>`}}var qs=new Set([...[..."acvxwtnqrpfo"].map(e=>`mod+${e}`),"Tab","Shift+Tab","Escape"," ","ArrowUp","ArrowDown","ArrowLeft","ArrowRight","Home","End","PageUp","PageDown"]),fe=new Set(["back","open","send","undo_send"]),he="none";function At(e,t={}){let n=new Map,a=new Map,i=Object.entries(t).filter(([r])=>r in e&&!fe.has(r));for(let[r,d]of i){let c=d===he?"":xt(d);c===null||c&&n.has(c)||(c&&n.set(c,r),a.set(r,c))}for(let[r,{key:d}]of Object.entries(e)){let c=d&&xt(d);a.has(r)||!c||n.has(c)||(n.set(c,r),a.set(r,c))}let o=new Set([...n.keys()].filter(r=>r.includes(" ")).map(r=>r.split(" ")[0]));return{keyOf:r=>a.get(r)??"",actionOf:r=>n.get(r)??null,opens:r=>o.has(r),against(r,d){let c=xt(d);if(!c)return{problem:"malformed"};if(qs.has(c)||qs.has(c.split(" ")[0]))return{problem:"reserved"};let m=n.get(c);return m&&m!==r?fe.has(m)?{problem:"reserved"}:{problem:"taken",by:m}:o.has(c)||c.includes(" ")&&n.has(c.split(" ")[0])?{problem:"pair"}:null},keyless:()=>Object.keys(e).filter(r=>e[r].key&&!a.get(r))}}function _e(e,t,n,a){let i={...t},o=a===null?xt(e[n].key):xt(a)||"";a===null?delete i[n]:i[n]=o||he;let r=At(e,t),d=o?r.actionOf(o):null;return d&&d!==n&&(i[d]=he),Object.fromEntries(Object.entries(i).filter(([c,m])=>c in e&&m!==(xt(e[c].key)??he)))}var Da=1500,Ia=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName));function zs({keymap:e,actions:t,waiting:n}){let a=null,i=null,o=()=>{a!==null&&(clearTimeout(i),a=null,n?.(null))};addEventListener("keydown",r=>{if(r.defaultPrevented||r.repeat&&a)return;let d=ue(r);if(!d)return;if(document.querySelector("dialog[open], .menu:popover-open"))return o();let c=e(),m=!Ia(r.target),p=a===null?null:`${a} ${d}`,$=a!==null;if(o(),!$&&m&&c.opens(d)){a=d,i=setTimeout(o,Da),n?.(d),r.preventDefault();return}let u=(p&&c.actionOf(p))??c.actionOf(d),f=u?t[u]:null;!f||!m&&!Rs(d)&&!f.field||f.when?.()===!1||(r.preventDefault(),f.run())})}var ze=(e,t)=>t===0||/[\s·.,/\-_:：，（(「]/.test(e[t-1]);function Na(e,t){let n=-1;for(let a=t.indexOf(e);a>=0;a=t.indexOf(e,a+1))if(n<0&&(n=a),ze(t,a)){n=a;break}if(n>=0)return{score:(n===0?e.length===t.length?100:60:ze(t,n)?40:20)-n/100,spans:[[n,n+e.length]]};if(e.length<2)return null;for(let a=t.indexOf(e[0]);a>=0;a=t.indexOf(e[0],a+1)){let i=[[a,a+1]],o=a;for(let r of e.slice(1)){let d=t.indexOf(r,o+1);if(!(d>=0&&(d-o<=4||ze(t,d)))){i.length=0;break}let m=i[i.length-1];d===m[1]?m[1]+=1:i.push([d,d+1]),o=d}if(i.length)return{score:5-i.length/10,spans:i}}return null}function Fs(e,t,n=""){let a=e.toLowerCase().split(/\s+/).filter(Boolean),i=t.toLowerCase(),o=n.toLowerCase(),r=0,d=[];for(let c of a){let m=Na(c,i);if(m)r+=m.score,d.push(...m.spans);else if(o.includes(c))r+=1;else return null}return{score:r,spans:La(d)}}function La(e){let t=[];for(let[n,a]of e.sort((i,o)=>i[0]-o[0])){let i=t[t.length-1];i&&n<=i[1]?i[1]=Math.max(i[1],a):t.push([n,a])}return t}function Gs(e,t){let n=[],a=0;for(let[i,o]of t)i>a&&n.push({text:e.slice(a,i),hit:!1}),n.push({text:e.slice(i,o),hit:!0}),a=o;return a<e.length&&n.push({text:e.slice(a),hit:!1}),n}var Ha=["selection","conversation","assign","view","recent","settings","desk"],Ra=8,Vs=10;function Ks(e,t){let n=t.trim(),a=[];for(let r of e){if(!n){r.asked||a.push({entry:r,spans:[],score:0});continue}let d=Fs(n,r.label,`${r.hint??""} ${r.more??""}`);d&&a.push({entry:r,...d})}let i=a.filter(r=>r.score>=Vs||r.spans.length===0);i.some(r=>r.score>=Vs)&&(a=i);let o=Ha.map(r=>({name:r,hits:a.filter(d=>d.entry.group===r).sort((d,c)=>c.score-d.score).slice(0,Ra).map(({entry:d,spans:c})=>({entry:d,spans:c}))})).filter(r=>r.hits.length>0);return{groups:o,flat:o.flatMap(r=>r.hits)}}var Ws=(e,t,n)=>n===0?0:(e+t+n)%n;var ja=e=>e?l`<span class="palette-keys">${pt(e).map(t=>l`<kbd>${t}</kbd>`)}</span>`:h;function Ys({entries:e,subject:t,next:n,phone:a}){let i=B(!1),o=B(""),r=B(0),d=B([]),c=He(()=>Ks(d.value,o.value)),m=null,p=()=>document.getElementById("palette"),$=()=>p()?.close(),u=()=>{i.value=!1,m?.(),m=null},f=()=>{if(i.peek())return $();d.value=e(),o.value="",r.value=0,i.value=!0,a()&&(m=me($))},b=(w,T)=>{$(),w.run(),T&&w.next&&n()},g=w=>{r.value=Ws(r.value,w,c.value.flat.length),document.getElementById(`palette-${r.value}`)?.scrollIntoView({block:"nearest"})},_=w=>{if(w.isComposing||w.keyCode===229)return;let T={ArrowDown:1,ArrowUp:-1,PageDown:5,PageUp:-5}[w.key];if(T!==void 0)g(T);else if(w.key==="Enter"){let E=c.value.flat[r.value];E&&b(E.entry,w.metaKey||w.ctrlKey)}else if(w.key.toLowerCase()==="k"&&(ut?w.metaKey:w.ctrlKey))$();else return;w.preventDefault()},v=({entry:w,spans:T},E)=>{let O=E===r.value;return l`<div
      class="palette-item ${O?"active":""}"
      id="palette-${E}"
      role="option"
      aria-selected=${O}
      @click=${I=>b(w,I.metaKey||I.ctrlKey)}
      @pointermove=${()=>r.peek()!==E&&(r.value=E)}
    >
      <span class="palette-mark">${w.mark??h}</span>
      <span class="palette-label"
        ><span>${Gs(w.label,T).map(I=>I.hit?l`<b>${I.text}</b>`:I.text)}</span
        >${w.hint?l` <span class="palette-hint">${w.hint}</span>`:h}</span
      >
      ${w.current?l`<span class="palette-now">${H("check")}<span class="hidden">${s("palette.current")}</span></span>`:h}
      ${ja(w.key??"")}
    </div>`},k=()=>{let w=0;return c.value.groups.map(T=>l`<div role="group" aria-labelledby="palette-head-${T.name}">
        <div class="palette-head" id="palette-head-${T.name}">
          ${s(`palette.group_${T.name}`,{subject:J(t)??""})}
        </div>
        ${T.hits.map(E=>v(E,w++))}
      </div>`)};return{open:f,close:$,view:()=>{if(!i.value)return h;let{flat:w}=c.value,T=J(t);return l`<dialog
        class="palette"
        id="palette"
        aria-label=${s("palette.title")}
        @close=${u}
        @click=${E=>E.target===E.currentTarget&&$()}
      >
        <div class="palette-field">
          ${T?l`<span class="palette-chip">${T}</span>`:l`<span class="palette-lens">${H("search",18)}</span>`}
          <input
            id="palette-query"
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-autocomplete="list"
            aria-activedescendant=${w.length?`palette-${r.value}`:h}
            aria-label=${T?s("palette.label_about",{subject:T}):s("palette.label")}
            placeholder=${s("palette.placeholder")}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="go"
            @input=${E=>{o.value=E.target.value,r.value=0,document.getElementById("palette-list")?.scrollTo(0,0)}}
            @keydown=${_}
          />
          <button class="palette-esc" type="button" aria-label=${s("palette.close")} @click=${$}>
            <kbd class="no-phone">Esc</kbd><span class="only-phone">${H("x",20)}</span>
          </button>
        </div>
        <div class="palette-list" id="palette-list" role="listbox" aria-label=${s("palette.results")}>${k()}</div>
        ${w.length?h:l`<p class="palette-none">${s("palette.nothing",{query:o.value})}</p>`}
        <div class="palette-foot">
          <span class="no-phone" aria-hidden="true"
            ><span><kbd>↑</kbd><kbd>↓</kbd>${s("palette.key_move")}</span><span><kbd>↵</kbd>${s("palette.key_run")}</span
            ><span><kbd>${ut?"⌘↵":"Ctrl ↵"}</kbd>${s("palette.key_next")}</span></span
          >
          <span role="status">${q("palette.count",w.length)}</span>
        </div>
      </dialog>`},around:{after(){let w=p();!w||w.open||(w.showModal(),document.getElementById("palette-query")?.focus())}}}}var Fe=["mine","unassigned","open","waiting","snoozed","closed"];var Xs=[{id:"channels",label:"settings.group_channels"},{id:"answering",label:"settings.group_answering"},{id:"team",label:"settings.group_team"},{id:"me",label:"settings.group_me"}],Ua=[{id:"widget",group:"channels",label:"settings.widget",keywords:"settings.find_widget",manage:!0},{id:"hours",group:"answering",label:"settings.hours",keywords:"settings.find_hours",manage:!0},{id:"canned",group:"answering",label:"settings.canned",keywords:"settings.find_canned",manage:!1},{id:"labels",group:"answering",label:"settings.labels",keywords:"settings.find_labels",manage:!1},{id:"blocks",group:"answering",label:"settings.blocks",keywords:"settings.find_blocks",manage:!1},{id:"team",group:"team",label:"settings.team",keywords:"settings.find_team",manage:!0},{id:"shop",group:"team",label:"settings.shop",keywords:"settings.find_shop",manage:!0},{id:"data",group:"team",label:"settings.data",keywords:"settings.find_data",manage:!0},{id:"about",group:"team",label:"settings.about",keywords:"settings.find_about",manage:!1},{id:"profile",group:"me",label:"settings.profile",keywords:"settings.find_profile",manage:!1},{id:"notifications",group:"me",label:"settings.notifications",keywords:"settings.find_notifications",manage:!1},{id:"sessions",group:"me",label:"settings.sessions",keywords:"settings.find_sessions",manage:!1},{id:"tokens",group:"me",label:"settings.tokens",keywords:"settings.find_tokens",manage:!1}],$e=e=>Ua.filter(t=>!t.manage||e!=="agent");var Ge=6e4,Ve=60*Ge,Ke=24*Ve,Ba=new Intl.DateTimeFormat(D,{hour:"2-digit",minute:"2-digit",hourCycle:"h23"}),qa=new Intl.DateTimeFormat(D,{weekday:"short"}),Ir=new Intl.DateTimeFormat(D,{weekday:"long"}),za=new Intl.DateTimeFormat(D,{day:"numeric",month:D==="zh-CN"?"long":"short"}),Fa=new Intl.DateTimeFormat(D,{day:"numeric",month:"short",year:"numeric"}),Nr=new Intl.DateTimeFormat(D,{month:D==="zh-CN"?"short":"long"}),Lr=new Intl.DateTimeFormat(D,{year:"numeric"}),Ga=new Intl.DateTimeFormat(D,{dateStyle:"long",timeStyle:"medium",hourCycle:"h23"});function Va(e,t){let n=a=>new Date(a.getFullYear(),a.getMonth(),a.getDate()).getTime();return Math.round((n(new Date(t))-n(e))/Ke)}function mt(e,t){let n=Math.max(0,t-Date.parse(e));return n<Ge?s("common.now"):n<Ve?s("common.minutes",{count:Math.floor(n/Ge)}):n<Ke?s("common.hours",{count:Math.floor(n/Ve)}):s("common.days",{count:Math.floor(n/Ke)})}function Kt(e,t){let n=new Date(e),a=Va(n,t);return a<=0?Ba.format(n):a===1?s("common.yesterday"):a<7?qa.format(n):n.getFullYear()===new Date(t).getFullYear()?za.format(n):Fa.format(n)}var R=e=>Ga.format(new Date(e));var Zs=e=>$e(e).map(t=>({id:`settings:${t.id}`,group:"settings",label:s("palette.settings_page",{name:s(t.label)}),more:`settings ${t.id} ${s(t.keywords)}`,mark:H("settings",18),asked:!0,run:()=>location.assign(`/settings/${t.id}`)}));var Qs=({csrf:e,signedOut:t})=>async(n,a,i)=>{try{return await Te(n,`/api/v1${a}`,i,e)}catch(o){throw o instanceof Q&&o.status===401&&t(),o}},Ka=["image/png","image/jpeg","image/webp"],Js=120*1024;async function Wa(e,t){let n=await createImageBitmap(e),a=Math.min(1,t/Math.max(n.width,n.height));if(a===1&&e.size<=Js&&Ka.includes(e.type))return e;let i=document.createElement("canvas");for(let o=a;;o*=.8){i.width=Math.max(1,Math.round(n.width*o)),i.height=Math.max(1,Math.round(n.height*o)),i.getContext("2d").drawImage(n,0,0,i.width,i.height);let r=await new Promise(d=>i.toBlob(d,"image/webp",.85));if(r&&(r.size<=Js||o<.1))return r}}var tn=({csrf:e,signedOut:t})=>async(n,a)=>{let i=await Wa(n,a).catch(()=>{throw new Q(400,{code:"invalid"},null)}),o;try{o=await fetch("/api/v1/pictures",{method:"POST",headers:{"x-csrf-token":e,"content-type":i.type||"application/octet-stream"},credentials:"same-origin",body:i})}catch{throw new Q(0,null,null)}if(o.status===401&&t(),!o.ok)throw new Q(o.status,null,null);return(await o.json()).picture};var Ya={search:y`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,bubble:y`<path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719"/>`,out:y`<path d="M15 3h6v6"/><path d="M10 14 21 3"/><path d="M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"/>`,users:y`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,user:y`<path d="M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2"/><circle cx="12" cy="7" r="4"/>`,check:y`<path d="M20 6 9 17l-5-5"/>`,done:y`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,alert:y`<circle cx="12" cy="12" r="10"/><line x1="12" x2="12" y1="8" y2="12"/><line x1="12" x2="12.01" y1="16" y2="16"/>`,copy:y`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`,clock:y`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,quote:y`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/><path d="M7 11h10"/><path d="M7 15h6"/><path d="M7 7h8"/>`,tag:y`<path d="M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.42 0l6.58-6.58a2.426 2.426 0 0 0 0-3.42z"/><circle cx="7.5" cy="7.5" r=".5" fill="currentColor"/>`,store:y`<path d="M15 21v-5a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v5"/><path d="M17.774 10.31a1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.451 0 1.12 1.12 0 0 0-1.548 0 2.5 2.5 0 0 1-3.452 0 1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.77-3.248l2.889-4.184A2 2 0 0 1 7 2h10a2 2 0 0 1 1.653.873l2.895 4.192a2.5 2.5 0 0 1-3.774 3.244"/><path d="M4 10.95V19a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8.05"/>`,drive:y`<path d="M10 16h.01"/><path d="M2.212 11.577a2 2 0 0 0-.212.896V18a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-5.527a2 2 0 0 0-.212-.896L18.55 5.11A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/><path d="M21.946 12.013H2.054"/><path d="M6 16h.01"/>`,info:y`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,bell:y`<path d="M10.268 21a2 2 0 0 0 3.464 0"/><path d="M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326"/>`,monitor:y`<rect width="20" height="14" x="2" y="3" rx="2"/><path d="M8 21h8"/><path d="M12 17v4"/>`,smartphone:y`<rect width="14" height="20" x="5" y="2" rx="2" ry="2"/><path d="M12 18h.01"/>`,code:y`<path d="m18 16 4-4-4-4"/><path d="m6 8-4 4 4 4"/><path d="m14.5 4-5 16"/>`,plus:y`<path d="M5 12h14"/><path d="M12 5v14"/>`,lock:y`<rect width="18" height="11" x="3" y="11" rx="2" ry="2"/><path d="M7 11V7a5 5 0 0 1 10 0v4"/>`,x:y`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,trash:y`<path d="M10 11v6"/><path d="M14 11v6"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M3 6h18"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`,pencil:y`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,download:y`<path d="M12 15V3"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><path d="m7 10 5 5 5-5"/>`,up:y`<path d="m18 15-6-6-6 6"/>`,down:y`<path d="m6 9 6 6 6-6"/>`,sun:y`<circle cx="12" cy="12" r="4"/><path d="M12 2v2"/><path d="M12 20v2"/><path d="m4.93 4.93 1.41 1.41"/><path d="m17.66 17.66 1.41 1.41"/><path d="M2 12h2"/><path d="M20 12h2"/><path d="m6.34 17.66-1.41 1.41"/><path d="m19.07 4.93-1.41 1.41"/>`,moon:y`<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/>`,square:y`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/>`,headset:y`<path d="M3 11h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-5Zm0 0a9 9 0 1 1 18 0m0 0v5a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3Z"/><path d="M21 16v2a4 4 0 0 1-4 4h-5"/>`,leaf:y`<path d="M11 20A7 7 0 0 1 9.8 6.1C15.5 5 17 4.48 19 2c1 2 2 4.18 2 8 0 5.5-4.78 10-10 10Z"/><path d="M2 21c0-3 1.85-5.36 5.08-6C9.5 14.52 12 13 13 12"/>`,"chevron-left":y`<path d="m15 18-6-6 6-6"/>`,"chevron-right":y`<path d="m9 18 6-6-6-6"/>`},M=(e,t=16)=>l`<svg class="icon" viewBox="0 0 24 24" width=${t} height=${t} aria-hidden="true">${Ya[e]}</svg>`;var Xa=5e3,Za={widget:"bubble",hours:"clock",canned:"quote",labels:"tag",blocks:"lock",team:"users",shop:"store",data:"drive",about:"info",profile:"user",notifications:"bell",sessions:"monitor",tokens:"code"};function en({me:e,asked:t,shown:n,schedule:a,phone:i}){let o=document.getElementById("settings"),r=null,d=null,c=null,m=null,p="",$=!1,u=!1,f=()=>{$||($=!0,a(()=>{$=!1,ia()}))},b=(x,C={})=>{clearTimeout(c),d={text:x,bad:C.bad??!1,action:C.action},c=setTimeout(()=>{d=null,f()},Xa),f()},g=x=>{let P={0:"error.unreachable",403:"error.forbidden",404:"error.not_found",409:"error.conflict",429:"error.rate_limited",503:"error.unavailable",400:"error.invalid",422:"error.invalid"}[x?.status];b(P?s(P):s("error.unexpected"),{bad:!0})},_=x=>new Promise(C=>{m={...x,typed:"",answer:P=>{m=null,f(),C(P)}},f()}),v=()=>r?.form?r.form.changes.length:0,k=async()=>{if(!(!r?.form||v()===0))try{await r.form.save()?b(s("settings_frame.saved")):requestAnimationFrame(()=>o.querySelector('[aria-invalid="true"]')?.focus())}catch(x){g(x)}};o.addEventListener("click",async x=>{let C=x.target.closest?.("a[href]");!(C instanceof HTMLAnchorElement)||C.target||C.origin!==location.origin||v()===0||x.metaKey||x.ctrlKey||x.shiftKey||(x.preventDefault(),!await _({title:s("settings_frame.leave_title"),text:q("settings_frame.leave_text",v()),confirm:s("settings_frame.leave"),cancel:s("settings_frame.stay")}))||(u=!0,location.assign(C.href))}),addEventListener("beforeunload",x=>{!u&&v()>0&&x.preventDefault()});let w=/Mac|iPhone|iPad/.test(navigator.platform);addEventListener("keydown",x=>{x.isComposing||document.querySelector("dialog[open], .menu:popover-open")||((w?x.metaKey:x.ctrlKey)&&x.key.toLowerCase()==="s"?(x.preventDefault(),k()):x.key==="/"&&!(x.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(x.target.tagName))&&(x.preventDefault(),document.getElementById("settings-search")?.focus()))});let T=$e(e.agent.role),E=()=>{let x=p.trim().toLowerCase().split(/\s+/).filter(Boolean);return T.filter(C=>{let P=`${s(C.label)} ${s(C.keywords)}`.toLowerCase();return x.every(U=>P.includes(U))})},O=()=>{let x=E(),C=t||(i()?"":n),P=s("settings.title");return l`${C?l`<p class="pages-title">${P}</p>`:l`<h1 class="pages-title">${P}</h1>`}
      <div class="pages-search" role="search">
        ${M("search")}
        <input
          id="settings-search"
          type="search"
          placeholder=${s("settings_frame.search")}
          aria-label=${s("settings_frame.search")}
          autocomplete="off"
          .value=${S(p)}
          @input=${U=>{p=U.target.value,f()}}
          @keydown=${U=>{U.isComposing||(U.key==="Enter"&&x[0]&&o.querySelector(".pages-link")?.click(),U.key==="Escape"&&p&&(p="",f()))}}
        /><kbd class="no-phone" aria-hidden="true">/</kbd>
      </div>
      <nav class="pages-list" aria-label=${s("settings.title")}>
        ${Xs.map(U=>{let jt=x.filter(lt=>lt.group===U.id);return jt.length===0?h:l`<p class="pages-group" id="group-${U.id}">${s(U.label)}</p>
            <ul aria-labelledby="group-${U.id}">
              ${jt.map(lt=>l`<li>
                    <a class="pages-link" href="/settings/${lt.id}" aria-current=${lt.id===C?"page":h}
                      >${M(Za[lt.id])}<span>${s(lt.label)}</span>${M("chevron-right")}</a
                    >
                  </li>`)}
            </ul>`})}
        ${x.length===0?l`<p class="pages-none" role="status">${s("settings_frame.nothing",{text:p})}</p>`:h}
      </nav>`},I=()=>{let x=r?.form;if(!x||x.phase!=="ready")return h;let C=x.changes.length,P=Object.keys(x.errors).length,U=r?.words??{save:"settings_frame.make_live",changes:"settings_frame.not_live"};return l`<footer class="page-bar" data-changes=${C}>
      <p role="status">
        ${P?l`<span class="bad">${q("settings_frame.wrong",P)}</span>`:C?q(U.changes,C):s("settings_frame.all_saved")}
      </p>
      ${C?l`<button type="button" class="button quiet" @click=${()=>x.revert()}>${s("settings_frame.revert")}</button>
            <button type="button" class="button primary" aria-busy=${x.busy} @click=${k}>
              ${s(U.save)}<kbd class="no-phone" aria-hidden="true">${w?"⌘":"Ctrl "}S</kbd>
            </button>`:h}
    </footer>`},X=()=>{if(!r)return h;let x=T.find(P=>P.id===n),C=r.form;return l`<section class="page" aria-labelledby="page-title">
        <header class="page-head">
          <a class="icon-button only-phone" href="/settings" aria-label=${s("common.back")}>${M("chevron-left",22)}</a>
          <h1 id="page-title" tabindex="-1">${x?s(x.label):""}</h1>
          ${r.status?.()??h}
        </header>
        ${r.tabs?l`<div class="page-tabs" role="tablist" aria-labelledby="page-title" @keydown=${j}>
              ${r.tabs.map(P=>l`<button
                    type="button"
                    role="tab"
                    id="tab-${P.id}"
                    aria-controls="page-body"
                    aria-selected=${P.id===r?.tab}
                    tabindex=${P.id===r?.tab?0:-1}
                    @click=${()=>r?.choose?.(P.id)}
                  >
                    ${P.label}
                  </button>`)}
            </div>`:h}
        <div
          class="page-body"
          id="page-body"
          role=${r.tabs?"tabpanel":h}
          aria-labelledby=${r.tabs?`tab-${r.tab}`:h}
          tabindex="0"
        >
          <div class="page-content">
            ${C?.phase==="failed"?l`<p class="page-failed" role="alert">
                  ${s("settings_frame.load_failed")}
                  <button type="button" class="text-button" @click=${()=>C.load()}>${s("common.retry")}</button>
                </p>`:C?.phase==="loading"?l`<p class="page-loading" role="status">${s("common.loading")}</p>`:r.body()}
          </div>
        </div>
        ${I()}
      </section>
      ${r.aside&&C?.phase!=="loading"&&C?.phase!=="failed"?r.aside():h}`};function j(x){let C=r?.tabs??[],P=C.findIndex(lt=>lt.id===r?.tab),U={ArrowRight:P+1,ArrowLeft:P-1,Home:0,End:C.length-1}[x.key];if(U===void 0)return;x.preventDefault();let jt=C[(U+C.length)%C.length];r?.choose?.(jt.id),requestAnimationFrame(()=>document.getElementById(`tab-${jt.id}`)?.focus())}let Zt=()=>{if(!m)return h;let x=m,C=!x.type||x.typed.trim()===x.type;return l`<dialog
      class="dialog"
      aria-labelledby="dialog-title"
      @close=${()=>m===x&&x.answer(!1)}
      @click=${P=>P.target===P.currentTarget&&x.answer(!1)}
    >
      <form
        class="dialog-body"
        method="dialog"
        @submit=${P=>{P.preventDefault(),C&&x.answer(!0)}}
      >
        <h2 id="dialog-title">${x.title}</h2>
        ${x.text?l`<p>${x.text}</p>`:h} ${x.content??h}
        ${x.type?l`<div class="set-field dialog-type">
              <label for="dialog-typed">${s("settings_frame.type_it")} <code>${x.type}</code></label>
              <input
                id="dialog-typed"
                class="input mono"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                .value=${S(x.typed)}
                @input=${P=>{x.typed=P.target.value,f()}}
              />
            </div>`:h}
        <div class="dialog-actions">
          <button type="button" class="button" @click=${()=>x.answer(!1)}>${x.cancel??s("settings_frame.cancel")}</button>
          <button type="submit" class="button primary" ?disabled=${!C}>${x.confirm}</button>
        </div>
      </form>
    </dialog>`};Z(l`<nav class="rail" aria-label=${s("inbox.navigation")}></nav>
      <section class="pages" aria-label=${s("settings_frame.pages")}></section>
      <div class="sheet page-sheet"></div>
      <div class="toasts" role="status"></div>
      <div class="dialogs"></div>
      <div class="palette-place"></div>`,o);let Mt=x=>o.querySelector(`.${x}`);function ia(){o.dataset.pane=t?"page":"list",o.dataset.aside=String(!!r?.aside),Z(O(),Mt("pages")),Z(t||!i()?X():h,Mt("page-sheet")),Z(d?l`<div class="toast ${d.bad?"toast-bad":""}">
            ${M(d.bad?"alert":"done",18)}<span>${d.text}</span>
            ${d.action?l`<button class="text-button" @click=${d.action.run}>${d.action.label}</button>`:h}
          </div>`:h,Mt("toasts")),Z(Zt(),Mt("dialogs"));let x=o.querySelector(".dialogs dialog");x instanceof HTMLDialogElement&&!x.open&&x.showModal()}return{rail:Mt("rail"),palette:Mt("palette-place"),changed:f,say:b,failed:g,ask:_,save:k,unsaved:v,show(x){r=x,x.start?.(),x.form&&x.form.load(),f()}}}var It=e=>`f-${e.replace(/[^\w-]/g,"-")}`;function G(e,t){let n=e.errors[t];return l`<p class="field-error" id="${It(t)}-error" role="alert">${n??""}</p>`}var We=(e,t,n)=>l`<div class="set-label"><label for=${t}>${e}</label>${n?l`<span class="field-hint">${n}</span>`:h}</div>`;function tt(e,t,n){let a=It(t);return l`<div class="set-field">
    ${We(n.label,a,n.note)}
    <div class="set-box">
      <input
        id=${a}
        class="input ${n.mono?"mono":""}"
        type=${n.type??"text"}
        placeholder=${n.placeholder??h}
        maxlength=${n.max??h}
        autocomplete=${n.autocomplete??"off"}
        inputmode=${n.inputmode??h}
        ?disabled=${n.disabled??!1}
        aria-invalid=${e.errors[t]?"true":h}
        aria-describedby="${a}-hint ${a}-error"
        .value=${S(e.get(t)??"")}
        @input=${i=>e.set(t,i.target.value)}
      />${n.tail??h}
    </div>
    <p class="field-hint" id="${a}-hint">${n.hint??h}</p>
    ${G(e,t)}
  </div>`}function gt(e,t,n){let a=It(t);return l`<div class="set-field">
    ${We(n.label,a,n.note)}
    <textarea
      id=${a}
      class="input area ${n.mono?"mono":""}"
      rows=${n.rows??3}
      placeholder=${n.placeholder??h}
      maxlength=${n.max??h}
      aria-invalid=${e.errors[t]?"true":h}
      aria-describedby="${a}-hint ${a}-error"
      .value=${S(e.get(t)??"")}
      @input=${i=>e.set(t,i.target.value)}
    ></textarea>
    <p class="field-hint" id="${a}-hint">${n.hint??h}</p>
    ${G(e,t)}
  </div>`}var W=(e,t,n,a,i)=>l`<span class="select"
    ><select id=${e} aria-label=${i??h} @change=${o=>a(o.target.value)}>
      ${t.map(o=>l`<option value=${o.value} ?selected=${S(o.value===n)}>${o.label}</option>`)}
    </select></span
  >`;function sn(e,t,n){let a=It(t);return l`<div class="set-field">
    ${We(n.label,a,n.note)}
    ${W(a,n.options,String(e.get(t)),i=>e.set(t,i))}
    <p class="field-hint">${n.hint??h}</p>
    ${G(e,t)}
  </div>`}var Wt=(e,t,n,a,i=!1)=>l`<div class="set-switch">
    <label class="switch"
      ><input
        type="checkbox"
        role="switch"
        .checked=${S(e)}
        ?disabled=${i}
        @change=${o=>t(o.target.checked)}
      /><span>${n}</span></label
    >
    ${a?l`<p class="field-hint">${a}</p>`:h}
  </div>`,ot=(e,t,n,a)=>Wt(!!e.get(t),i=>e.set(t,i),n,a),N=(e,t,n,a)=>l`<div class="segments" role="group" aria-label=${e}>
    ${t.map(i=>l`<button
          type="button"
          class="segment"
          aria-pressed=${i.value===n}
          aria-label=${i.title??h}
          title=${i.title??h}
          @click=${()=>a(i.value)}
        >
          ${i.label}
        </button>`)}
  </div>`,A=(e,t,n,a)=>l`<section class="set-section">
    <div class="set-head">
      <div>
        <h2>${e}</h2>
        ${n?l`<p>${n}</p>`:h}
      </div>
      ${a??h}
    </div>
    ${t}
  </section>`;function Ja(e){let t=/^(\d{1,2})(?:\D?(\d{2}))?$/.exec(e.trim());if(!t)return e;let[n,a]=[Number(t[1]),Number(t[2]??0)];return n>24||a>59||n===24&&a>0?e:`${String(n).padStart(2,"0")}:${String(a).padStart(2,"0")}`}var ht=(e,t,n)=>l`<input
    class="input time"
    inputmode="numeric"
    maxlength="5"
    placeholder="09:00"
    autocomplete="off"
    aria-label=${e}
    .value=${S(t)}
    @input=${a=>n(a.target.value)}
    @change=${a=>n(Ja(a.target.value))}
  />`;function et(e,t,n){return l`<div class="code" role="group" aria-label=${n??h}
    ><code tabindex="0">${t??e}</code
    ><button type="button" class="code-copy" @click=${async i=>{let o=i.currentTarget,r=o.querySelector(".copy-label");try{await navigator.clipboard.writeText(e)}catch{let d=o.parentElement?.querySelector("code");d&&getSelection()?.selectAllChildren(d);return}r.textContent=s("common.copied"),setTimeout(()=>r.textContent=s("common.copy"),2e3)}}>
      ${M("copy",14)}<span class="copy-label" aria-live="polite">${s("common.copy")}</span>
    </button></div
  >`}function z(e,t){let n={phase:"loading",value:null,async load(){n.value===null&&(n.phase="loading");try{n.value=await e(),n.phase="ready"}catch{n.value===null&&(n.phase="failed")}t()},view(a){return n.value!==null?a(n.value):n.phase==="loading"?l`<p class="page-loading" role="status">${s("common.loading")}</p>`:l`<p class="page-failed" role="alert">
        ${s("settings_frame.load_failed")}
        <button type="button" class="text-button" @click=${()=>n.load()}>${s("common.retry")}</button>
      </p>`}};return n}function nn({call:e,changed:t,origin:n}){let a=z(()=>e("GET","/about"),t);return{start:a.load,body:()=>a.view(i=>{let o=[["version",i.version],["address",n],["started",R(i.started_at)],["seats",s("settings_about.seats_of",{used:i.seats.used,allowed:i.seats.allowed})],["schema",String(i.schema)],["sqlite",i.sqlite],["log",i.log_epoch]];return l`${A("servicedesk",l`<dl class="facts">${o.map(([r,d])=>l`<dt>${s(`settings_about.${r}`)}</dt><dd>${d}</dd>`)}</dl>`,s("settings_about.intro"),l`<a class="button" href="/docs">${s("settings_about.docs")}</a>`)}
          ${A(s("settings_about.licences"),l`<details class="licences">
              <summary>${s("settings_about.licences_count",{count:i.licences.length})}</summary>
              <div class="table-scroll" tabindex="0" role="region" aria-label=${s("settings_about.licences")}>
                <table>
                  <thead><tr><th scope="col">${s("settings_about.part")}</th><th scope="col">${s("settings_about.version")}</th><th scope="col">${s("settings_about.licence")}</th></tr></thead>
                  <tbody>${i.licences.map(r=>l`<tr><td>${r.name}</td><td>${r.version??h}</td><td>${r.licence}</td></tr>`)}</tbody>
                </table>
              </div>
            </details>`,s("settings_about.licences_intro"))}`})}}var Qa=1440*60*1e3,ti=["1","7","30","0"],ei=200,si=5;function an({call:e,changed:t,say:n,failed:a}){let i=z(async()=>{let u=e("GET","/agents?limit=200"),f=[],b="";for(let _=0;_<si;_+=1){let v=await e("GET",`/blocks?limit=200${b?`&cursor=${encodeURIComponent(b)}`:""}`);if(f.push(...v.items),b=v.next_cursor,!b)break}let g=new Map((await u).items.map(_=>[_.id,_.name]));return{items:f,agents:g}},t),o={open:!1,address:"",reason:"",days:"7",wrong:"",busy:!1},r=u=>u.address??u.name??s("settings_blocks.nameless"),d=async u=>{try{await e("DELETE",`/blocks/${u.id}`,{}),n(s("settings_blocks.lifted",{name:r(u)}))}catch(f){a(f)}await i.load()},c=()=>{o.open=!o.open,t(),o.open&&requestAnimationFrame(()=>document.getElementById("block-address")?.focus())},m=async u=>{if(u.preventDefault(),o.busy)return;o.busy=!0;let f=Number(o.days),b=f?new Date(Date.now()+f*Qa).toISOString():null;try{let g=await e("POST","/blocks",{address:o.address.trim(),reason:o.reason.trim()||null,until:b});Object.assign(o,{open:!1,address:"",reason:"",wrong:""}),n(s("settings_blocks.added",{name:r(g)})),await i.load()}catch(g){let{code:_,field:v}=g;_==="invalid"&&v==="address"?o.wrong="settings_blocks.address_wrong":_==="block_limit"?o.wrong="settings_blocks.full":a(g)}o.busy=!1,t()},p=()=>l`<form class="set-stack" novalidate @submit=${m}>
    <div class="set-columns">
      <div class="set-field">
        <div class="set-label"><label for="block-address">${s("settings_blocks.address")}</label></div>
        <input
          id="block-address"
          class="input mono"
          autocomplete="off"
          placeholder="203.0.113.7"
          aria-invalid=${o.wrong?"true":h}
          aria-describedby="block-wrong block-hint"
          .value=${S(o.address)}
          @input=${u=>Object.assign(o,{address:u.target.value,wrong:""})}
        />
        <p class="field-hint" id="block-hint">${s("settings_blocks.address_hint")}</p>
        <p class="field-error" id="block-wrong" role="alert">${o.wrong?s(o.wrong):""}</p>
      </div>
      <div class="set-field">
        <div class="set-label"><label for="block-reason">${s("settings_blocks.reason")}</label></div>
        <input
          id="block-reason"
          class="input"
          autocomplete="off"
          maxlength=${ei}
          .value=${S(o.reason)}
          @input=${u=>o.reason=u.target.value}
        />
      </div>
    </div>
    <div class="set-actions">
      ${W("block-days",ti.map(u=>({value:u,label:s(`settings_blocks.days_${u}`)})),o.days,u=>o.days=u,s("settings_blocks.for"))}
      <button class="button quiet" type="button" @click=${c}>${s("settings_frame.cancel")}</button>
      <button class="button primary" type="submit" aria-busy=${o.busy}>${s("settings_blocks.block")}</button>
    </div>
  </form>`,$=(u,f)=>{let b=Date.now(),g=[u.reason,u.agent_id?s("settings_blocks.by",{name:f.get(u.agent_id)??"?"}):s("settings_blocks.by_command"),Kt(u.blocked_at,b),u.until?s("settings_blocks.until",{time:R(u.until)}):null];return l`<li class="thing">
      <span class="thing-mark">${M(u.address?"monitor":"user")}</span>
      <div class="thing-what">
        <span class="thing-name">${r(u)}</span>
        <span class="thing-about" title=${R(u.blocked_at)}>${g.filter(Boolean).join(" · ")}</span>
      </div>
      <div class="thing-does">
        <button type="button" class="button" aria-label=${s("settings_blocks.lift_one",{name:r(u)})} @click=${()=>d(u)}>
          ${s("settings_blocks.lift")}
        </button>
      </div>
    </li>`};return{start:i.load,body:()=>i.view(({items:u,agents:f})=>A(s("settings_blocks.title"),l`${o.open?p():h}
          ${u.length?l`<ul class="things">
                ${u.map(b=>$(b,f))}
              </ul>`:l`<p class="field-hint">${s("settings_blocks.none")}</p>`}`,s("settings_blocks.intro"),o.open?h:l`<button type="button" class="button" @click=${c}>${s("settings_blocks.add")}</button>`))}}var ni=["contact.name","contact.email","agent.name","shop.name","page.title"];function on({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=e.agent.role!=="agent",d=z(async()=>(await t("GET","/canned")).items,n),c=()=>({id:"",shortcut:"",title:"",text:"",shared:r,busy:!1,wrong:{}}),m=c(),p=(_,v)=>{m[_]=v,delete m.wrong[_],n()},$=async _=>{if(_.preventDefault(),m.busy)return;let{id:v,shortcut:k,title:w,text:T,shared:E}=m;m.busy=!0;try{v?await t("PATCH",`/canned/${v}`,{shortcut:k,title:w,text:T,shared:E}):await t("POST","/canned",{shortcut:k,title:w,text:T,shared:E}),a(s("settings_canned.kept",{name:w})),m=c(),await d.load()}catch(O){let{code:I="",field:X=""}=O;m.busy=!1;let j=I==="shortcut_taken"?"shortcut":X,Zt=`settings_canned.wrong_${I==="shortcut_taken"?"taken":X}`;["shortcut","title","text"].includes(j)&&Ue(Zt)?(m.wrong={[j]:s(Zt)},requestAnimationFrame(()=>document.getElementById(`canned-${j}`)?.focus())):i(O)}n()},u=_=>{m={...c(),..._},n(),requestAnimationFrame(()=>document.getElementById("canned-title")?.focus())},f=async _=>{if(await o({title:s("settings_canned.delete_ask",{name:_.title}),confirm:s("settings_canned.delete")})){try{await t("DELETE",`/canned/${_.id}`,{}),m.id===_.id&&(m=c()),a(s("settings_canned.deleted",{name:_.title}))}catch(k){i(k)}await d.load()}},b=_=>{let v=document.getElementById("canned-text"),k=v?.selectionStart??m.text.length;p("text",`${m.text.slice(0,k)}{{${_}}}${m.text.slice(v?.selectionEnd??k)}`),v?.focus()},g=(_,v)=>l`<div class="set-field">
    <div class="set-label"><label for="canned-${_}">${s(`settings_canned.${_}`)}</label></div>
    <div class="set-box">
      <input
        id="canned-${_}"
        class="input"
        autocomplete="off"
        maxlength=${v}
        aria-invalid=${m.wrong[_]?"true":h}
        aria-describedby="canned-${_}-error"
        .value=${S(m[_])}
        @input=${k=>p(_,k.target.value)}
      />
    </div>
    <p class="field-error" id="canned-${_}-error" role="alert">${m.wrong[_]??""}</p>
  </div>`;return{start:d.load,body:()=>l`${A(s(m.id?"settings_canned.change":"settings_canned.new"),l`<form class="set-stack" @submit=${$}>
          ${g("title",100)} ${g("shortcut",40)}
          <div class="set-field">
            <div class="set-label"><label for="canned-text">${s("settings_canned.text")}</label></div>
            <textarea
              id="canned-text"
              class="input area"
              rows="4"
              maxlength="8000"
              aria-invalid=${m.wrong.text?"true":h}
              aria-describedby="canned-text-error"
              .value=${S(m.text)}
              @input=${_=>p("text",_.target.value)}
            ></textarea>
            <p class="field-hint">
              ${s("settings_canned.variables")}
              ${ni.map(_=>l`<button type="button" class="text-button" @click=${()=>b(_)}>${s(`settings_canned.var_${_.replace(".","_")}`)}</button> `)}
            </p>
            <p class="field-error" id="canned-text-error" role="alert">${m.wrong.text??""}</p>
          </div>
          ${r?Wt(m.shared,_=>(m.shared=_,n()),s("settings_canned.shared"),s("settings_canned.shared_hint")):h}
          <div class="set-box">
            <button class="button primary" type="submit" ?disabled=${!m.title.trim()||!m.shortcut.trim()||!m.text.trim()} aria-busy=${m.busy}>
              ${s(m.id?"settings_canned.save":"settings_canned.add")}
            </button>
            ${m.id?l`<button class="button" type="button" @click=${()=>(m=c(),n())}>${s("settings_canned.leave")}</button>`:h}
          </div>
        </form>`,s("settings_canned.intro"))}
      ${d.view(_=>A(s("settings_canned.list"),_.length===0?l`<p class="nothing-yet">${s("settings_canned.none")}</p>`:l`<ul class="things">
                ${_.map(v=>l`<li class="thing">
                    <span class="thing-mark">${M("quote")}</span>
                    <div class="thing-what">
                      <span class="thing-name">${v.title} <span class="chip">/${v.shortcut}</span>${v.shared?h:l`<span class="chip chip-line">${s("settings_canned.own")}</span>`}</span>
                      <span class="thing-about">${v.text.slice(0,120)} · ${q("settings_canned.used",v.used)}</span>
                    </div>
                    ${v.shared&&!r?h:l`<div class="thing-does">
                          <button type="button" class="button" aria-label=${s("settings_canned.change_one",{name:v.title})} @click=${()=>u(v)}>${s("settings_canned.change_it")}</button>
                          <button type="button" class="button" aria-label=${s("settings_canned.delete_one",{name:v.title})} @click=${()=>f(v)}>${s("settings_canned.delete")}</button>
                        </div>`}
                  </li>`)}
              </ul>`))}`}}var ai=400,ii=700,oi=18e4,Ye=new Intl.NumberFormat(D),rn=["byte","kilobyte","megabyte","gigabyte","terabyte"];function Nt(e){let t=0,n=e;for(;n>=1e3&&t<rn.length-1;)n/=1e3,t+=1;return new Intl.NumberFormat(D,{style:"unit",unit:rn[t],unitDisplay:"short",maximumFractionDigits:n<10&&t>0?1:0}).format(n)}var ln=e=>new Promise(t=>setTimeout(t,e));function cn({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=e.agent.role==="owner",d=z(()=>t("GET","/data"),n),c=z(()=>t("GET","/backups"),n),m=z(()=>t("GET","/setup/list"),n),p=!1,$=!1,u=null,f=async()=>{if(p)return;p=!0,await c.load();let E=!1;for(;c.value?.running;)E=!0,await ln(ai),await c.load();p=!1,E&&(c.value?.failed_at&&a(s("settings_data.backup_failed"),{bad:!0}),await d.load())},b=async()=>{try{let{name:E}=await t("POST","/backups",{});await f(),c.value?.items.some(O=>O.name===E)&&a(s("settings_data.backup_done"))}catch(E){i(E)}},g=async E=>{if(await o({title:s("settings_data.remove_ask"),text:s("settings_data.remove_means",{time:R(E.created_at)}),confirm:s("settings_data.remove")})){try{await t("DELETE",`/backups/${E.name}`,{}),a(s("settings_data.removed"))}catch(I){i(I)}await Promise.all([c.load(),d.load()])}},_=async E=>{if(!await o({title:s("settings_data.restore_ask"),text:s("settings_data.restore_means",{time:R(E.created_at)}),confirm:s("settings_data.restore"),type:E.name}))return;let I=c.value?.last_restore?.at??null;try{await t("POST",`/backups/${E.name}/restore`,{confirm:E.name})}catch(j){j?.code==="damaged_backup"?a(s("settings_data.damaged"),{bad:!0}):i(j);return}u="waiting",n();let X=Date.now()+oi;for(;Date.now()<X;){await ln(ii);try{let j=await t("GET","/backups");if(j.last_restore&&j.last_restore.at!==I){u=null,c.value=j,a(j.last_restore.done?s("settings_data.restored"):s("settings_data.not_restored"),{bad:!j.last_restore.done}),await Promise.all([d.load(),m.load()]);return}}catch{}}u="lost",n()},v=async E=>{if(!$){$=!0,n();try{await t(E?"POST":"DELETE","/demo-data",{}),a(s(E?"settings_data.demo_added":"settings_data.demo_removed"))}catch(O){i(O)}$=!1,await Promise.all([m.load(),d.load()])}},k=()=>d.view(E=>{let O=["database","wal","files","snapshots","backups"],I=O.reduce((X,j)=>X+E[`${j}_bytes`],0);return A(s("settings_data.room"),l`<ul class="bars">
            ${O.map(X=>{let j=E[`${X}_bytes`];return l`<li>
                <span>${s(`settings_data.${X}`)}</span>
                <meter class="amount" min="0" max=${Math.max(I,1)} value=${j} aria-label=${s(`settings_data.${X}`)}></meter>
                <span class="number">${Nt(j)}</span>
              </li>`})}
          </ul>
          <p class="thing-about">
            ${[q("settings_data.conversations",E.conversations,{n:Ye.format(E.conversations)}),q("settings_data.messages",E.messages,{n:Ye.format(E.messages)}),q("settings_data.contacts",E.contacts,{n:Ye.format(E.contacts)})].join(" · ")}
          </p>`,s("settings_data.room_intro",{used:Nt(I),free:Nt(E.disk_free_bytes)}))}),w=()=>c.view(({items:E,running:O})=>A(s("settings_data.backups"),l`${O?l`<div class="work" role="status">
                <span>${s("settings_data.running",{done:Nt(O.copied_bytes),all:Nt(O.total_bytes),time:mt(O.started_at,Date.now())})}</span>
                <progress class="seats" max=${Math.max(O.total_bytes,1)} value=${O.copied_bytes} aria-label=${s("settings_data.backups")}></progress>
              </div>`:h}
          ${E.length===0&&!O?l`<p class="nothing-yet">${s("settings_data.no_backups")}</p>`:h}
          <ul class="things">
            ${E.map(I=>l`<li class="thing">
                  <span class="thing-mark">${M("drive")}</span>
                  <div class="thing-what">
                    <span class="thing-name">${R(I.created_at)}</span>
                    <span class="thing-about">${I.name} · ${Nt(I.bytes)}</span>
                  </div>
                  <div class="thing-does">
                    ${r?l`<a class="icon-button" href="/api/v1/backups/${I.name}" download aria-label=${s("settings_data.fetch_one",{time:R(I.created_at)})} title=${s("settings_data.fetch")}>${M("download")}</a>
                          <button type="button" class="icon-button" aria-label=${s("settings_data.remove_one",{time:R(I.created_at)})} title=${s("settings_data.remove")} @click=${()=>g(I)}>${M("trash")}</button>
                          <button type="button" class="button" aria-label=${s("settings_data.restore_one",{time:R(I.created_at)})} ?disabled=${!!O} @click=${()=>_(I)}>${s("settings_data.restore")}</button>`:h}
                  </div>
                </li>`)}
          </ul>`,r?s("settings_data.backups_intro"):s("settings_data.backups_owner"),l`<button type="button" class="button primary" ?disabled=${!!O} @click=${b}>${s("settings_data.back_up")}</button>`)),T=()=>m.view(({demo_data:E})=>A(s("settings_data.demo"),"",E?s("settings_data.demo_there"):s("settings_data.demo_intro"),l`<button type="button" class="button" aria-busy=${$} @click=${()=>v(!E)}>${s(E?"settings_data.demo_remove":"settings_data.demo_add")}</button>`));return{start(){d.load(),m.load(),f()},body(){return u?l`<div class="waiting-desk" role="status">
          <h2>${s(`settings_data.${u}`)}</h2>
          <p>${s(`settings_data.${u}_text`)}</p>
          ${u==="waiting"?l`<progress class="seats" aria-label=${s("settings_data.waiting")}></progress>`:l`<a class="button" href="/settings/data">${s("common.retry")}</a>`}
        </div>`:l`${k()}${w()}${T()}`}}}var dn=e=>e!==null&&typeof e=="object"&&!Array.isArray(e);function Xe(e,t,n=""){return dn(e)&&dn(t)?[...new Set([...Object.keys(e),...Object.keys(t)])].flatMap(i=>Xe(e[i],t[i],n?`${n}.${i}`:i)):JSON.stringify(e??null)===JSON.stringify(t??null)?[]:[n]}var un=e=>structuredClone(e),ri=(e,t)=>t.split(".").reduce((n,a)=>n?.[a],e);function st({read:e,write:t,check:n,refused:a,changed:i}){let o={phase:"loading",saved:null,draft:null,busy:!1,errors:{}},r=c=>{o.saved=c,o.draft=un(c),o.errors={},o.phase="ready",i()};return Object.defineProperties(o,Object.getOwnPropertyDescriptors({async load(){o.phase="loading",i();try{r(await e())}catch{o.phase="failed",i()}},set(c,m){let p=c.split("."),$=p.pop(),u=p.reduce((f,b)=>f[b]??={},o.draft);u[$]=m,delete o.errors[c],i()},get:c=>ri(o.draft,c),get changes(){return o.phase==="ready"?Xe(o.saved,o.draft):[]},revert(){o.draft=un(o.saved),o.errors={},i()},async save(){if(o.busy||o.phase!=="ready")return!1;if(o.errors=n?.(o.draft)??{},Object.keys(o.errors).length>0)return i(),!1;o.busy=!0,i();try{let c=await t(o.draft,Xe(o.saved,o.draft));return r(c),!0}catch(c){if(o.errors=a?.(c)??{},Object.keys(o.errors).length===0)throw c;return!1}finally{o.busy=!1,i()}}})),o}var ft=[1,2,3,4,5,6,7],pn=4,mn=60,Lt={opens:"09:00",closes:"18:00"},li=/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/,gn=e=>({always:e.always,days:Object.fromEntries(ft.map(t=>[t,e.week.filter(n=>n.day===t).map(n=>({opens:n.opens,closes:n.closes}))])),holidays:e.holidays.map(t=>({date:t.date,name:t.name??"",closed:t.opens===null,opens:t.opens??Lt.opens,closes:t.closes??Lt.closes}))}),hn=e=>({always:e.always,week:ft.flatMap(t=>e.days[t].map(({opens:n,closes:a})=>({day:t,opens:n,closes:a}))),holidays:e.holidays.map(({date:t,name:n,closed:a,opens:i,closes:o})=>({date:t,name:n.trim(),opens:a?null:i,closes:a?null:o})).sort((t,n)=>t.date.localeCompare(n.date))}),rt=e=>li.test(e),be=({opens:e,closes:t})=>rt(e)&&rt(t)&&t<=e;function fn(e){if(e.always)return{};let t={};for(let a of ft){let i=e.days[a];if(i.some(({opens:o,closes:r})=>!rt(o)||!rt(r)))t[`days.${a}`]="time";else{let o=[...i].sort((r,d)=>r.opens.localeCompare(d.opens));o.some((r,d)=>d+1<o.length&&(be(r)||r.closes>o[d+1].opens))&&(t[`days.${a}`]="overlap")}}ft.every(a=>e.days[a].length===0)&&(t["days.1"]="never");let n=new Set;for(let a of e.holidays)a.date?n.has(a.date)?t.holidays="twice":!a.closed&&(!rt(a.opens)||!rt(a.closes))&&(t.holidays="time"):t.holidays="date",n.add(a.date);return t}var ci=80,di=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}],ui=e=>{let t=typeof Intl.supportedValuesOf=="function"?Intl.supportedValuesOf("timeZone"):[];return[...new Set([e,...t])].sort().map(n=>({value:n,label:n.replaceAll("_"," ")}))},Ze=e=>{try{return new Intl.DateTimeFormat(D,{weekday:"short",hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e}).format(new Date)}catch{return""}};function _n({me:e,call:t,changed:n}){let a=st({read:async()=>{let{name:i,locale:o,time_zone:r}=await t("GET","/shop");return{name:i,locale:o,time_zone:r}},check:i=>i.name.trim()?{}:{name:s("settings_shop.name_missing")},refused:i=>i?.field==="name"?{name:s("settings_shop.name_odd")}:i?.field==="time_zone"?{time_zone:s("settings_shop.zone_odd")}:{},async write(i){let{name:o,locale:r,time_zone:d}=await t("PATCH","/shop",{...i,name:i.name.trim()});return e.shop.name=o,{name:o,locale:r,time_zone:d}},changed:n});return{form:a,body:()=>l`${A(s("settings_shop.name"),tt(a,"name",{label:s("settings_shop.name_label"),max:ci,autocomplete:"organization"}),s("settings_shop.name_intro"))}
    ${A(s("settings_shop.language"),"",s("settings_shop.language_intro"),N(s("settings_shop.language"),di,a.get("locale"),i=>a.set("locale",i)))}
    ${A(s("settings_shop.zone"),sn(a,"time_zone",{label:s("settings_shop.zone_label"),options:ui(a.get("time_zone")),hint:s("settings_shop.zone_now",{time:Ze(a.get("time_zone"))})}),l`${s("settings_shop.zone_intro")} <a href="/settings/hours">${s("settings_shop.to_hours")}</a>`)}`}}var pi=40,mi=new Intl.DateTimeFormat(D,{weekday:"long",timeZone:"UTC"}),gi=ft.map(e=>mi.format(new Date(Date.UTC(2026,0,4+e))));function $n({call:e,changed:t}){let n=null,a=p=>(n=p,gn(p.hours)),i=st({read:async()=>a(await e("GET","/shop")),check:p=>Object.fromEntries(Object.entries(fn(p)).map(([$,u])=>[$,s(`settings_hours.wrong_${u}`)])),write:async p=>a(await e("PATCH","/shop",{hours:hn(p)})),changed:t}),o=p=>new Intl.DateTimeFormat(D,{weekday:"short",hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:n.time_zone}).format(new Date(p)),r=()=>{let{open:p}=n;return p.now?p.closes_at?s("settings_hours.open_until",{time:o(p.closes_at)}):s("settings_hours.open_always"):p.opens_at?s("settings_hours.closed_until",{time:o(p.opens_at)}):s("settings_hours.closed")},d=p=>{let $=`days.${p}`,u=i.get($),f=gi[p-1],b=g=>i.set($,g);return l`<li class="day">
      ${Wt(u.length>0,g=>b(g?[{...Lt}]:[]),f)}
      <div class="day-ranges">
        ${u.length===0?l`<span class="thing-about">${s("settings_hours.rest")}</span>`:h}
        ${u.map((g,_)=>l`<div class="day-range">
              ${ht(s("settings_hours.opens",{day:f}),g.opens,v=>b(u.with(_,{...g,opens:v})))}
              <span aria-hidden="true">–</span>
              ${ht(s("settings_hours.closes",{day:f}),g.closes,v=>b(u.with(_,{...g,closes:v})))}
              ${be(g)?l`<span class="chip">${s("settings_hours.next_day")}</span>`:h}
              ${u.length>1?l`<button type="button" class="icon-button" aria-label=${s("settings_hours.remove_range",{day:f,time:g.opens})} @click=${()=>b(u.toSpliced(_,1))}>${M("x")}</button>`:h}
              ${_===u.length-1&&u.length<pn?l`<button type="button" class="icon-button" aria-label=${s("settings_hours.add_range",{day:f})} title=${s("settings_hours.add_range",{day:f})} @click=${()=>b([...u,{opens:g.closes,closes:g.closes<"21:00"?"21:00":"23:00"}])}>${M("plus")}</button>`:h}
            </div>`)}
        ${G(i,$)}
      </div>
    </li>`},c=()=>{let p=i.get("days.1");for(let $ of[2,3,4,5])i.set(`days.${$}`,structuredClone(p))},m=(p,$,u)=>{let f=g=>i.set("holidays",u.with($,{...p,...g})),b=p.name||p.date||String($+1);return l`<li class="holiday">
      <input class="input" type="date" aria-label=${s("settings_hours.date")} .value=${S(p.date)} @input=${g=>f({date:g.target.value})} />
      <input
        class="input"
        aria-label=${s("settings_hours.holiday_name")}
        placeholder=${s("settings_hours.holiday_example")}
        maxlength=${pi}
        .value=${S(p.name)}
        @input=${g=>f({name:g.target.value})}
      />
      ${N(s("settings_hours.that_day",{day:b}),[{value:"closed",label:s("settings_hours.rest")},{value:"open",label:s("settings_hours.other_hours")}],p.closed?"closed":"open",g=>f({closed:g==="closed"}))}
      <button type="button" class="icon-button" aria-label=${s("settings_hours.remove_holiday",{day:b})} @click=${()=>i.set("holidays",u.toSpliced($,1))}>${M("trash")}</button>
      ${p.closed?h:l`<div class="day-range">
            ${ht(s("settings_hours.opens",{day:b}),p.opens,g=>f({opens:g}))}<span aria-hidden="true">–</span>
            ${ht(s("settings_hours.closes",{day:b}),p.closes,g=>f({closes:g}))}
            ${be(p)?l`<span class="chip">${s("settings_hours.next_day")}</span>`:h}
          </div>`}
    </li>`};return{form:i,status:()=>n?l`<span class="chip ${n.open.now?"chip-ok":""}" id="hours-now"><span>${r()}</span></span>`:h,body:()=>{let p=i.get("always"),$=i.get("holidays");return l`${A(s("settings_hours.when"),N(s("settings_hours.when"),[{value:"always",label:s("settings_hours.always")},{value:"week",label:s("settings_hours.by_week")}],p?"always":"week",u=>{if(u==="week"&&ft.every(f=>i.get(`days.${f}`).length===0))for(let f of[1,2,3,4,5])i.set(`days.${f}`,[{...Lt}]);i.set("always",u==="always")}),l`${s("settings_hours.when_intro")}
        ${s("settings_hours.clock",{zone:n.time_zone.replaceAll("_"," "),time:Ze(n.time_zone)})}
        <a href="/settings/shop">${s("settings_hours.change_zone")}</a>`)}
      ${p?h:l`${A(s("settings_hours.week"),l`<ul class="days">${ft.map(d)}</ul>`,s("settings_hours.week_intro"),l`<button type="button" class="button" @click=${c}>${s("settings_hours.like_monday")}</button>`)}
            ${A(s("settings_hours.holidays"),l`${$.length===0?l`<p class="nothing-yet">${s("settings_hours.no_holidays")}</p>`:l`<ul class="holidays">${$.map(m)}</ul>`}
                ${G(i,"holidays")}`,s("settings_hours.holidays_intro"),$.length<mn?l`<button type="button" class="button" @click=${()=>i.set("holidays",[...$,{date:"",name:"",closed:!0,...Lt}])}>
                    ${M("plus")}${s("settings_hours.add_holiday")}
                  </button>`:h)}`}`}}}var hi=[1,2,3,4,6];function bn({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=e.agent.role!=="agent",d=z(async()=>(await t("GET","/labels")).items,n),c={name:"",busy:!1,wrong:""},m=null,p=async(_,v)=>{try{return await _(),v&&a(v),!0}catch(k){return k.code==="label_taken"?c.wrong=s("settings_labels.taken"):i(k),!1}finally{await d.load()}},$=async _=>{_.preventDefault();let v=c.name.trim();!v||c.busy||(c.busy=!0,await p(()=>t("POST","/labels",{name:v}))&&(c.name=""),c.busy=!1,n())},u=async _=>{let v=m?.name.trim()??"";m=null,v&&v!==_.name&&await p(()=>t("PATCH",`/labels/${_.id}`,{name:v}),s("settings_labels.renamed",{name:v})),n()},f=async(_,v)=>{if(!v)return;await o({title:s("settings_labels.merge_ask",{from:_.name,into:v.name}),text:s("settings_labels.merge_means",{from:_.name}),confirm:s("settings_labels.merge")})&&await p(()=>t("POST",`/labels/${_.id}/merge`,{into:v.id})),n()},b=async _=>{await o({title:s("settings_labels.delete_ask",{name:_.name}),text:q("settings_labels.delete_means",_.conversations),confirm:s("settings_labels.delete")})&&await p(()=>t("DELETE",`/labels/${_.id}`,{}),s("settings_labels.deleted",{name:_.name}))},g=(_,v)=>{let k=m?.id===_.id?l`<input
            class="input"
            maxlength="40"
            aria-label=${s("settings_labels.name")}
            .value=${S(m?.name??"")}
            @input=${w=>m&&(m.name=w.target.value)}
            @keydown=${w=>{w.key==="Enter"&&!w.isComposing&&u(_),w.key==="Escape"&&(m=null,n())}}
            @blur=${()=>u(_)}
          />`:l`<span class="thing-name">${_.name}</span>`;return l`<li class="thing">
      <span class="thing-mark"><i class="chip-dot series-${_.colour}"></i></span>
      <div class="thing-what">${k}<span class="thing-about">${q("settings_labels.used",_.conversations)}</span></div>
      ${r?l`<div class="thing-does">
            ${W(`colour-${_.id}`,hi.map(w=>({value:String(w),label:s(`settings_labels.colour_${w}`)})),String(_.colour),w=>p(()=>t("PATCH",`/labels/${_.id}`,{colour:Number(w)})),s("settings_labels.colour_of",{name:_.name}))}
            ${v.length>1?W(`merge-${_.id}`,[{value:"",label:s("settings_labels.merge_into")},...v.filter(w=>w.id!==_.id).map(w=>({value:w.id,label:w.name}))],"",w=>f(_,v.find(T=>T.id===w)),s("settings_labels.merge_one",{name:_.name})):h}
            <button type="button" class="button" aria-label=${s("settings_labels.rename_one",{name:_.name})} @click=${()=>(m={id:_.id,name:_.name},n())}>
              ${s("settings_labels.rename")}
            </button>
            <button type="button" class="button" aria-label=${s("settings_labels.delete_one",{name:_.name})} @click=${()=>b(_)}>${s("settings_labels.delete")}</button>
          </div>`:h}
    </li>`};return{start:d.load,body:()=>l`${A(s("settings_labels.new"),l`<form class="set-stack" @submit=${$}>
          <div class="set-field">
            <div class="set-label"><label for="label-name">${s("settings_labels.name")}</label></div>
            <div class="set-box">
              <input
                id="label-name"
                class="input"
                maxlength="40"
                autocomplete="off"
                aria-invalid=${c.wrong?"true":h}
                aria-describedby="label-error"
                .value=${S(c.name)}
                @input=${_=>{c.name=_.target.value,c.wrong="",n()}}
              /><button class="button primary" type="submit" ?disabled=${!c.name.trim()} aria-busy=${c.busy}>${s("settings_labels.add")}</button>
            </div>
            <p class="field-error" id="label-error" role="alert">${c.wrong}</p>
          </div>
        </form>`,s("settings_labels.intro"))}
      ${d.view(_=>A(s("settings_labels.list"),_.length===0?l`<p class="nothing-yet">${s("settings_labels.none")}</p>`:l`<ul class="things">${_.map(v=>g(v,_))}</ul>`,r?void 0:s("settings_labels.managed")))}`}}var fi={new:[{at:0,hz:587.3,for:.5},{at:.16,hz:880,for:.8}],assigned:[{at:0,hz:523.3,for:.35},{at:.11,hz:659.3,for:.35},{at:.22,hz:784,for:.6}],message:[{at:0,hz:740,for:.4,loud:.8}],mention:[{at:0,hz:987.8,for:.25,loud:.8},{at:.14,hz:987.8,for:.45,loud:.8}]},yn=["pointerdown","keydown","touchend"],_i=.008,$i=.22;function bi(e,t,n){let a=e.currentTime+.02+t.at,i=a+t.for;for(let[o,r,d]of[[1,1,1],[2,.25,.5],[3,.08,.3]]){let c=e.createOscillator(),m=e.createGain(),p=Math.max(1e-4,$i*r*n*(t.loud??1));c.frequency.value=t.hz*o,m.gain.setValueAtTime(1e-4,a),m.gain.exponentialRampToValueAtTime(p,a+_i),m.gain.exponentialRampToValueAtTime(1e-4,a+(i-a)*d),c.connect(m).connect(e.destination),c.start(a),c.stop(i)}}function vn({changed:e}){let t=globalThis.AudioContext,n=null,a=!1,i=()=>n?.state==="running",o=async()=>{if(!(!t||i())){try{n??=new t,await n.resume()}catch{}if(i()){for(let r of yn)removeEventListener(r,o,!0);a=!1,e()}}};if(t)for(let r of yn)addEventListener(r,o,{capture:!0,passive:!0});return{get ready(){return i()},get blocked(){return a},wake:o,missed(){!t||a||(a=!0,e())},ring(r,d){if(!n||!i())return!1;if(d>0)for(let c of fi[r])bi(n,c,d);return!0}}}var Yt={notifications:{new:{sound:!0,browser:!0},assigned:{sound:!0,browser:!0},message:{sound:!0,browser:!0},mention:{sound:!0,browser:!0},repeat:!0,volume:.7},quiet:{enabled:!1,from:"22:00",to:"08:00",days:[1,2,3,4,5,6,7]},away_after_min:10,keys:{},send_on:"mod+enter",undo_send_s:5},yi="servicedesk:preferences";function Je(e){let t=e?.notifications??{},n=["new","assigned","message","mention"];return{...Yt,...e,notifications:{...Yt.notifications,...t,...Object.fromEntries(n.map(a=>[a,{...Yt.notifications[a],...t[a]}]))},quiet:{...Yt.quiet,...e?.quiet},keys:{...e?.keys}}}function wn({load:e,save:t,failed:n}){let a=B(Yt),i=null;try{i=new BroadcastChannel(yi),i.onmessage=o=>a.value=Je(o.data)}catch{}return{value:a,async load(){try{a.value=Je(await e())}catch{}},async change(o){let r=a.peek();a.value=Je({...r,...o});try{return await t(a.peek()),i?.postMessage(a.peek()),!0}catch(d){return a.value=r,n(d),!1}}}}function kn({desk:e,ui:t,list:n,composer:a,open:i,back:o,perform:r,assign:d,snooze:c,label:m}){let p=()=>!!e.openId,$=()=>!!e.row||e.selection.size>0,u=()=>!!e.row&&e.selection.size===0,f=()=>u()?e.row?.state==="closed":e.list.view==="closed",b={next:{label:"inbox.key_next",key:"j",group:"move",icon:"arrow-down",run:()=>n.step(1)},previous:{label:"inbox.key_previous",key:"k",group:"move",icon:"arrow-up",run:()=>n.step(-1)},open:{label:"inbox.key_open",key:"Enter",group:"move",run:()=>{let g=n.focused,_=document.activeElement;_ instanceof HTMLElement&&_.matches("a, button, summary")?_.click():g&&i(g)}},reply:{label:"inbox.key_reply",key:"r",group:"write",when:p,run:()=>a.choose("reply")},attach:{label:"thread.tool_attach",key:"f",group:"write",icon:"paperclip",when:p,run:()=>a.attach()},note:{label:"inbox.key_note",key:"n",group:"write",icon:"lock",when:p,run:()=>a.choose("note")},take:{label:"inbox.key_take",key:"m",group:"conversation",icon:"user-plus",when:$,run:()=>r("assign",{agent_id:e.agent.id})},assign:{label:"inbox.key_assign",key:"a",group:"conversation",icon:"users",when:$,run:d},close:{label:"inbox.key_close",key:"e",group:"conversation",icon:"check",when:$,run:()=>r(f()?"reopen":"close")},details:{label:"inbox.key_details",key:"i",group:"view",icon:"panel-right",when:p,run:()=>t.details.toggle()},send_close:{label:"thread.send_close",key:"mod+Shift+Enter",group:"write",icon:"check",when:p,run:()=>a.send(!0)},undo_send:{label:"thread.undo_send",key:"mod+z",group:"write",icon:"undo-2",when:()=>e.holding&&!document.activeElement?.value,run:()=>{let g=e.undoSend();g&&a.choose(g)}},snooze:{label:"thread.snooze",key:"z",group:"conversation",icon:"alarm-clock",when:()=>$()&&!f(),run:c},label:{label:"thread.labels",key:"t",group:"conversation",icon:"tag",when:$,run:m},undo:{label:"inbox.key_undo",key:"u",group:"conversation",icon:"undo-2",when:()=>e.undoable,run:()=>e.undoDeed()},select:{label:"inbox.key_select",key:"x",group:"select",icon:"list-checks",run:()=>n.choose(!1)},select_range:{label:"inbox.key_select_range",key:"Shift+x",group:"select",run:()=>n.choose(!0)},select_all:{label:"inbox.key_select_all",key:"mod+Shift+a",group:"select",run:()=>n.chooseAll()},back:{label:"inbox.key_back",key:"Escape",group:"move",field:!0,run:o}};return Fe.forEach((g,_)=>{b[`view_${g}`]={label:`inbox.view_${g}`,key:String(_+1),group:"view",icon:"inbox",run:()=>n.showView(g)}}),b}function xn({desk:e,ui:t,availability:n,palette:a,inbox:i,theme:o,language:r,signOut:d}){let c=()=>t.theme.value==="auto"?matchMedia("(prefers-color-scheme: dark)").matches:t.theme.value==="dark",m=p=>({label:`palette.state_${p}`,key:"",group:"desk",when:()=>e.agent.availability!==p,run:()=>n(p)});return{palette:{label:"keys.palette",key:"mod+k",group:"go",icon:"search",field:!0,run:a},help:{label:"keys.help",key:"?",group:"go",icon:"keyboard",when:()=>!t.phone.peek(),run:()=>t.dialog.value="keys"},go_inbox:{label:"keys.go_inbox",key:"g i",group:"go",icon:"inbox",run:i},go_settings:{label:"settings.title",key:"g s",group:"go",icon:"settings",run:()=>location.assign("/settings")},theme:{label:"keys.theme",key:"mod+Shift+l",group:"desk",icon:"sun-moon",run:()=>o(c()?"light":"dark")},theme_auto:{label:"palette.theme_auto",key:"",group:"desk",icon:"sun-moon",when:()=>t.theme.value!=="auto",run:()=>o("auto")},language:{label:"palette.language",key:"",group:"desk",icon:"languages",run:()=>r(D==="en"?"zh-CN":"en")},online:{...m("online"),icon:"circle-check"},away:{...m("away"),icon:"clock"},offline:{...m("offline"),icon:"power"},sign_out:{label:"agent.sign_out",key:"",group:"desk",icon:"log-out",run:()=>d(!1)}}}var vi=["move","conversation","write","select","view","go","desk"],wi=900;function An(e,t){let n={desk:{},ui:{},list:{},composer:{}},a={...kn(n),...xn(n)},i=null,o=[],r=null,d=null,c=u=>s(a[u].label),m=()=>{clearTimeout(r),i=null,o=[],t()},p=()=>{let u=i,f=o.join(" "),b=At(a,e.get("keys")).against(u,f);if(m(),b&&b.problem!=="taken")return d={id:u,text:s(`settings_notices.key_${b.problem}`,{key:pt(f).join(" ")})},t();d=b?.by?{id:u,text:s("settings_notices.key_taken",{action:c(b.by)})}:null,e.set("keys",_e(a,e.get("keys"),u,f))},$=u=>{if(!i)return;if(u.key==="Tab"||(u.preventDefault(),u.stopPropagation(),u.key==="Escape"))return m();if(u.key==="Backspace"||u.key==="Delete"){let b=i;return m(),e.set("keys",_e(a,e.get("keys"),b,""))}let f=ue(u);if(f){if(o.push(f),clearTimeout(r),o.length===2||f.includes("+"))return p();r=setTimeout(p,wi),t()}};return()=>{let u=At(a,e.get("keys")),f=e.get("keys");return l`${vi.map(b=>{let g=Object.keys(a).filter(_=>a[_].group===b&&!fe.has(_));return g.length===0?h:A(s(`keys.group_${b}`),l`<ul class="key-rows">
          ${g.map(_=>{let v=i===_,k=u.keyOf(_);return l`<li class="key-row" data-action=${_}>
              <span>${c(_)}</span>
              <button
                type="button"
                class="key-button ${v?"waiting":""}"
                aria-label=${v?s("settings_notices.press"):s("settings_notices.change_key",{action:c(_),key:pt(k).join(" ")||s("settings_notices.no_key")})}
                aria-pressed=${v}
                @click=${()=>{i=v?null:_,o=[],d=null,t()}}
                @keydown=${$}
                @blur=${()=>v&&m()}
              >
                ${v?l`<span>${o.length?pt(o.join(" ")).map(w=>l`<kbd>${w}</kbd>`):s("settings_notices.press")}</span>`:k?pt(k).map(w=>l`<kbd>${w}</kbd> `):l`<span class="thing-about">${s("settings_notices.no_key")}</span>`}
              </button>
              ${_ in f?l`<button type="button" class="text-button" aria-label=${s("settings_notices.reset_one",{action:c(_)})} @click=${()=>e.set("keys",_e(a,f,_,null))}>${s("settings_notices.reset")}</button>`:l`<span></span>`}
              ${d?.id===_?l`<p class="field-hint key-said" role="status">${d.text}</p>`:h}
            </li>`})}
        </ul>`)})}
    ${Object.keys(f).length>0?l`<div class="set-section"><button type="button" class="button key-all" @click=${()=>e.set("keys",{})}>${s("settings_notices.reset_all")}</button></div>`:h}`}}var ki=["new","assigned","message","mention"],xi=[0,5,10,15,30,60],Ai=[0,3,5,10,30],Ei=new Intl.DateTimeFormat(D,{weekday:"narrow",timeZone:"UTC"}),Si=new Intl.DateTimeFormat(D,{weekday:"long",timeZone:"UTC"});function En({call:e,changed:t,say:n}){let a="notices",i=null,o=wn({load:async()=>null,save:g=>e("PUT","/me/preferences",g),failed:g=>i=g}),r=st({read:()=>e("GET","/me/preferences"),check({quiet:g}){return!rt(g.from)||!rt(g.to)?{"quiet.days":s("settings_notices.no_time")}:g.enabled&&g.days.length===0?{"quiet.days":s("settings_notices.no_days")}:{}},async write(g){if(!await o.change(g))throw i;return structuredClone(g)},changed:t}),d=vn({changed:t}),c=An(r,t),m=()=>globalThis.Notification?.permission??"unsupported",p=async g=>{await d.wake(),d.ring(g,r.get("notifications.volume"))||n(s("settings_notices.silent"),{bad:!0})},$=async()=>{await globalThis.Notification?.requestPermission?.(),t()},u=()=>l`<div class="grid-table" role="table" aria-label=${s("settings_notices.what")}>
      <div role="row" class="grid-head">
        <span role="columnheader">${s("settings_notices.news")}</span><span role="columnheader">${s("settings_notices.sound")}</span
        ><span role="columnheader">${s("settings_notices.browser")}</span><span role="columnheader"><span class="hidden">${s("settings_notices.hear")}</span></span>
      </div>
      ${ki.map(g=>l`<div role="row">
            <span role="rowheader">${s(`settings_notices.kind_${g}`)}</span>
            ${["sound","browser"].map(_=>{let v=`notifications.${g}.${_}`;return l`<span role="cell"
                ><label class="switch"
                  ><input
                    type="checkbox"
                    role="switch"
                    aria-label="${s(`settings_notices.kind_${g}`)} · ${s(`settings_notices.${_}`)}"
                    .checked=${S(r.get(v))}
                    @change=${k=>r.set(v,k.target.checked)} /></label
              ></span>`})}
            <span role="cell"><button type="button" class="text-button" aria-label=${s("settings_notices.hear_one",{kind:s(`settings_notices.kind_${g}`)})} @click=${()=>p(g)}>${s("settings_notices.hear")}</button></span>
          </div>`)}
    </div>`,f=()=>{let g=r.get("quiet"),_=Math.round(r.get("notifications.volume")*100);return l`${A(s("settings_notices.what"),u(),s("settings_notices.what_intro"))}
      ${A(s("settings_notices.volume"),"",s("settings_notices.volume_intro"),l`<span class="slider"
          ><input
            type="range"
            min="0"
            max="100"
            step="5"
            aria-label=${s("settings_notices.volume")}
            .value=${S(String(_))}
            @input=${v=>r.set("notifications.volume",Number(v.target.value)/100)}
          /><output>${_}%</output></span
        >`)}
      ${A(s("settings_notices.repeat_title"),ot(r,"notifications.repeat",s("settings_notices.repeat"),s("settings_notices.repeat_hint")))}
      ${A(s("settings_notices.permission"),"",s(`settings_notices.permission_${m()}`),m()==="default"?l`<button type="button" class="button" @click=${$}>${s("settings_notices.allow")}</button>`:h)}
      ${A(s("settings_notices.quiet"),l`${ot(r,"quiet.enabled",s("settings_notices.quiet_on"),s("settings_notices.quiet_hint"))}
        ${g.enabled?l`<div class="day-range">
                ${ht(s("settings_notices.quiet_from"),g.from,v=>r.set("quiet.from",v))}
                <span aria-hidden="true">–</span>
                ${ht(s("settings_notices.quiet_to"),g.to,v=>r.set("quiet.to",v))}
                ${g.to<=g.from?l`<span class="chip">${s("settings_notices.next_day")}</span>`:h}
              </div>
              <div class="segments" role="group" aria-label=${s("settings_notices.quiet_days")}>
                ${[1,2,3,4,5,6,7].map(v=>{let k=new Date(Date.UTC(2026,0,4+v)),w=g.days.includes(v);return l`<button
                    type="button"
                    class="segment segment-day"
                    aria-pressed=${w}
                    aria-label=${Si.format(k)}
                    @click=${()=>r.set("quiet.days",w?g.days.filter(T=>T!==v):[...g.days,v].sort())}
                  >
                    ${Ei.format(k)}
                  </button>`})}
              </div>
              <p class="field-error" role="alert">${r.errors["quiet.days"]??""}</p>`:h}`)}
      ${A(s("settings_notices.away"),"",s("settings_notices.away_intro"),N(s("settings_notices.away"),[...new Set([...xi,r.get("away_after_min")])].sort((v,k)=>v-k).map(v=>({value:String(v),label:v?s("settings_notices.minutes",{count:v}):s("settings_notices.never")})),String(r.get("away_after_min")),v=>r.set("away_after_min",Number(v))))}`},b=()=>l`${A(s("settings_notices.send"),"",s("settings_notices.send_intro"),N(s("settings_notices.send"),[{value:"mod+enter",label:s("settings_notices.send_mod")},{value:"enter",label:s("settings_notices.send_enter")}],r.get("send_on"),g=>r.set("send_on",g)))}
  ${A(s("settings_notices.undo"),"",s("settings_notices.undo_intro"),N(s("settings_notices.undo"),[...new Set([...Ai,r.get("undo_send_s")])].sort((g,_)=>g-_).map(g=>({value:String(g),label:g?s("settings_notices.seconds",{count:g}):s("settings_notices.never")})),String(r.get("undo_send_s")),g=>r.set("undo_send_s",Number(g))))}`;return{form:r,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},tabs:[{id:"notices",label:s("settings_notices.tab_notices")},{id:"writing",label:s("settings_notices.tab_writing")},{id:"keys",label:s("settings_notices.tab_keys")}],get tab(){return a},choose(g){a=g,t()},body:()=>a==="notices"?f():a==="writing"?b():l`<p class="page-intro">${s("settings_notices.keys_intro")}</p>${c()}`}}var ye=e=>/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(e)||/^[^\s@]+@localhost$/.test(e);var Mi=/(password|passwort|qwerty|asdf|letmein|admin|welcome|iloveyou|woaini|1q2w3e|abc123|12345|11111|00000|88888)/i;function Sn(e){let t=[...e];if(t.length<10)return 0;let n=[/\p{Ll}/u,/\p{Lu}/u,/\d/,/[^\p{L}\d]/u,/\p{Lo}/u].filter(o=>o.test(e)).length,a=new Set(t).size;if(Mi.test(e)||a<5)return 1;let i=t.length+2*n+Math.min(a,14)/2;return i<19?2:i<25?3:4}function ve(e,t,{upload:n,failed:a,most:i,choose:o,remove:r}){let d=`picture-${t}`;return l`<div class="set-actions">
    <input
      id=${d}
      class="hidden"
      type="file"
      accept="image/png,image/jpeg,image/webp"
      tabindex="-1"
      aria-hidden="true"
      @change=${async c=>{let[m]=c.target.files;if(c.target.value="",!!m)try{e.set(t,await n(m,i))}catch(p){a(p)}}}
    /><button type="button" class="button" @click=${()=>document.getElementById(d)?.click()}>${o}</button>
    ${e.get(t)?l`<button type="button" class="button quiet" @click=${()=>e.set(t,null)}>${r}</button>`:h}
  </div>`}var Ti=80,Oi=256,Ci=10,Pi=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}];function Mn({me:e,call:t,upload:n,changed:a,setTheme:i,say:o,failed:r}){let d=st({read:async()=>{let u=await t("GET","/me"),{name:f,email:b,picture:g}=u.agent;return{name:f,email:b,picture:g??null,locale:u.locale,theme:u.theme}},check(u){let f={};return u.name.trim()||(f.name=s("settings_profile.name_missing")),ye(u.email.trim())||(f.email=s("settings_profile.email_odd")),f},refused(u){return u?.code==="email_taken"?{email:s("settings_profile.email_taken")}:u?.field==="email"?{email:s("settings_profile.email_odd")}:u?.field==="name"?{name:s("settings_profile.name_odd")}:{}},async write(u){let{name:f,email:b,picture:g}=await t("PATCH","/me",{...u,name:u.name.trim(),email:u.email.trim()});return Object.assign(e.agent,{name:f,email:b,picture:g}),Object.assign(e,{locale:u.locale,theme:u.theme}),u.locale!==D&&setTimeout(()=>location.reload()),{...u,name:f,email:b,picture:g??null}},changed:()=>{d?.draft&&i(d.draft.theme),a()}}),c={current:"",next:"",wrong:"",busy:!1},m=async u=>{if(u.preventDefault(),!c.busy){if(c.wrong=[...c.next].length<Ci?"settings_profile.password_short":"",!c.wrong){c.busy=!0;try{await t("PUT","/me/password",{current:c.current,new:c.next}),Object.assign(c,{current:"",next:""}),o(s("settings_profile.password_changed"))}catch(f){let b={wrong_password:"settings_profile.password_wrong",weak_password:"settings_profile.password_weak"};c.wrong=b[f?.code]??"",c.wrong||r(f)}c.busy=!1}a()}},p=(u,f,b)=>l`<div class="set-field">
      <div class="set-label"><label for="password-${u}">${f}</label></div>
      <input
        id="password-${u}"
        class="input"
        type="password"
        autocomplete=${b}
        aria-describedby="password-wrong"
        .value=${S(c[u])}
        @input=${g=>{c[u]=g.target.value,c.wrong="",a()}}
      />
    </div>`,$=()=>c.next?Sn(c.next):null;return{form:d,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},body:()=>l`${A(s("settings_profile.who"),l`<div class="face-big">
          ${dt({...e.agent,name:d.get("name").trim()||e.agent.name,picture:d.get("picture")})}
          <div>
            <strong>${d.get("name").trim()||e.agent.name}</strong><span class="thing-about">${d.get("email")}</span>
            ${ve(d,"picture",{upload:n,failed:r,most:Oi,choose:s("settings_profile.picture"),remove:s("settings_profile.picture_remove")})}
          </div>
        </div>
        <div class="set-columns">
          ${tt(d,"name",{label:s("settings_profile.name"),hint:s("settings_profile.name_hint"),max:Ti,autocomplete:"name"})}
          ${tt(d,"email",{label:s("settings_profile.email"),hint:s("settings_profile.email_hint"),type:"email",inputmode:"email",autocomplete:"email"})}
        </div>`,s("settings_profile.who_intro"))}
    ${A(s("agent.language"),"",s("settings_profile.language_hint"),N(s("agent.language"),Pi,d.get("locale"),u=>d.set("locale",u)))}
    ${A(s("agent.theme"),"",s("settings_profile.theme_hint"),N(s("agent.theme"),["auto","light","dark"].map(u=>({value:u,label:s(`agent.theme_${u}`)})),d.get("theme"),u=>d.set("theme",u)))}
    ${A(s("settings_profile.password"),l`<form class="set-stack" @submit=${m}>
        <input class="hidden" type="text" autocomplete="username" tabindex="-1" aria-hidden="true" .value=${e.agent.email} />
        <div class="set-columns">
          ${p("current",s("settings_profile.password_current"),"current-password")}
          ${p("next",s("settings_profile.password_new"),"new-password")}
        </div>
        <p class="field-error" id="password-wrong" role="alert">${c.wrong?s(c.wrong):""}</p>
        <div class="set-actions">
          <button class="button" type="submit" ?disabled=${!c.current||!c.next} aria-busy=${c.busy}>
            ${s("settings_profile.password_change")}
          </button>
          <span class="field-hint" role="status">${$()===null?h:s(`settings_profile.strength_${$()}`)}</span>
        </div>
      </form>`,s("settings_profile.password_intro"))}`}}function Tn({call:e,changed:t,say:n,failed:a,ask:i}){let o=z(async()=>(await e("GET","/agents/me/sessions")).items,t),r=m=>{let p=m.device;return p?[p.app??p.browser,p.os].filter(Boolean).join(" · ")||s(`settings_devices.kind_${p.kind}`):m.user_agent||s("settings_devices.unknown")},d=async m=>{try{await e("DELETE",`/agents/me/sessions/${m.id}`,{}),n(s("settings_devices.ended",{device:r(m)}))}catch(p){a(p)}await o.load()},c=async()=>{if(!await i({title:s("settings_devices.all_ask"),text:s("settings_devices.all_means"),confirm:s("settings_devices.all")}))return;let p=(o.value??[]).filter($=>!$.current);try{for(let $ of p)await e("DELETE",`/agents/me/sessions/${$.id}`,{});n(s("settings_devices.all_ended"))}catch($){a($)}await o.load()};return{start:o.load,body:()=>o.view(m=>A(s("settings_devices.title"),l`<ul class="things">
            ${m.map(p=>l`<li class="thing">
                  <span class="thing-mark">${M(p.device?.kind==="phone"||p.device?.kind==="tablet"?"smartphone":"monitor")}</span>
                  <div class="thing-what">
                    <span class="thing-name">${r(p)}${p.current?l`<span class="chip chip-ok">${s("settings_devices.this")}</span>`:h}</span>
                    <span class="thing-about" title=${R(p.last_seen_at)}
                      >${[p.address,p.current?null:s("settings_devices.seen",{time:mt(p.last_seen_at,Date.now())}),s("settings_devices.since",{time:R(p.created_at)})].filter(Boolean).join(" · ")}</span
                    >
                  </div>
                  <div class="thing-does">
                    ${p.current?h:l`<button type="button" class="button" aria-label=${s("settings_devices.end_one",{device:r(p)})} @click=${()=>d(p)}>${s("settings_devices.end")}</button>`}
                  </div>
                </li>`)}
          </ul>`,s("settings_devices.intro"),m.some(p=>!p.current)?l`<button type="button" class="button" @click=${c}>${s("settings_devices.all")}</button>`:h))}}var Di=80;function On({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=z(async()=>{let[k,w]=await Promise.all([t("GET","/agents?limit=200"),t("GET","/agents/invitations")]);return{agents:k.items,invitations:w.items}},n),d=e.agent.role==="owner",c={email:"",name:"",role:"agent",wrong:"",busy:!1},m=null,p=(d?["owner","admin","agent"]:["admin","agent"]).map(k=>({value:k,label:s(`settings_team.role_${k}`)})),$=k=>{let T={seat_limit:"settings_team.no_seat",last_owner:"settings_team.last_owner",email_taken:"settings_team.email_taken"}[k?.code];T?a(s(T),{bad:!0}):i(k)},u=async(k,w,T)=>{try{Object.assign(k,await t("PATCH",`/agents/${k.id}`,w)),a(T)}catch(E){$(E)}await r.load()},f=async k=>{await o({title:s("settings_team.disable_ask",{name:k.name}),text:s("settings_team.disable_means"),confirm:s("settings_team.disable")})&&await u(k,{active:!1},s("settings_team.is_disabled",{name:k.name}))},b=async k=>{if(k.preventDefault(),!c.busy){if(c.wrong=ye(c.email.trim())?"":"settings_team.email_odd",!c.wrong){c.busy=!0;try{m=await t("POST","/agents/invitations",{email:c.email.trim(),name:c.name.trim(),role:c.role}),Object.assign(c,{email:"",name:"",role:"agent"}),await r.load()}catch(w){$(w)}c.busy=!1}n()}},g=async k=>{try{await t("DELETE",`/agents/invitations/${k.id}`,{}),m?.id===k.id&&(m=null),a(s("settings_team.taken_back",{email:k.email}))}catch(w){i(w)}await r.load()},_=k=>{let w=k.id===e.agent.id,T=!w&&(d||k.role!=="owner");return l`<li class="thing ${k.active?"":"off"}" data-agent=${k.email}>
      ${dt(k)}
      <div class="thing-what">
        <span class="thing-name"
          >${k.name}${w?l`<span class="chip">${s("common.you")}</span>`:h}${k.active?h:l`<span class="chip">${s("settings_team.disabled")}</span>`}</span
        >
        <span class="thing-about"
          >${k.email} ·
          ${k.active?s(`agent.state_${k.online?k.availability:"offline"}`):s("settings_team.no_access")}</span
        >
      </div>
      <div class="thing-does">
        ${T&&k.active?l`${W(`role-${k.id}`,p,k.role,E=>u(k,{role:E},s("settings_team.role_changed",{name:k.name,role:s(`settings_team.role_${E}`)})),s("settings_team.role_of",{name:k.name}))}
              <button type="button" class="button quiet" @click=${()=>f(k)}>${s("settings_team.disable")}</button>`:l`<span class="thing-about">${s(`settings_team.role_${k.role}`)}</span>${T?l`<button type="button" class="button" @click=${()=>u(k,{active:!0},s("settings_team.is_enabled",{name:k.name}))}>
                    ${s("settings_team.enable")}
                  </button>`:h}`}
      </div>
    </li>`},v=k=>k.length===0?h:l`<ul class="things">
          ${k.map(w=>l`<li class="thing">
                <span class="thing-mark">${M("user")}</span>
                <div class="thing-what">
                  <span class="thing-name">${w.name||w.email}<span class="chip">${s("settings_team.invited")}</span></span>
                  <span class="thing-about" title=${R(w.expires_at)}
                    >${w.name?`${w.email} · `:""}${s(`settings_team.role_${w.role}`)} ·
                    ${s("settings_team.until",{time:Kt(w.expires_at,Date.now())})}</span
                  >
                </div>
                <div class="thing-does">
                  <button type="button" class="button quiet" @click=${()=>g(w)}>${s("settings_team.take_back")}</button>
                </div>
              </li>`)}
        </ul>`;return{start:r.load,body:()=>r.view(({agents:k,invitations:w})=>{let T=k.filter(O=>O.active).length,E=e.seats.allowed;return l`${A(s("settings_team.seats",{used:T,allowed:E}),l`<progress class="seats" max=${E} value=${T} aria-label=${s("settings_team.seats_name")}></progress>`,s("settings_team.seats_intro"))}
          ${A(s("settings_team.members"),l`<ul class="things">${k.map(_)}</ul>`,s("settings_team.roles_intro"))}
          ${A(s("settings_team.invite"),l`<form class="set-stack" novalidate @submit=${b}>
                <div class="set-columns">
                  <div class="set-field">
                    <div class="set-label"><label for="invite-email">${s("settings_team.email")}</label></div>
                    <input
                      id="invite-email"
                      class="input"
                      type="email"
                      inputmode="email"
                      autocomplete="off"
                      aria-invalid=${c.wrong?"true":h}
                      aria-describedby="invite-wrong"
                      .value=${S(c.email)}
                      @input=${O=>Object.assign(c,{email:O.target.value,wrong:""})}
                    />
                    <p class="field-error" id="invite-wrong" role="alert">${c.wrong?s(c.wrong):""}</p>
                  </div>
                  <div class="set-field">
                    <div class="set-label"><label for="invite-name">${s("settings_team.name")}</label></div>
                    <input
                      id="invite-name"
                      class="input"
                      autocomplete="off"
                      maxlength=${Di}
                      .value=${S(c.name)}
                      @input=${O=>Object.assign(c,{name:O.target.value})}
                    />
                  </div>
                </div>
                <div class="set-actions">
                  ${W("invite-role",p.filter(O=>O.value!=="owner"),c.role,O=>Object.assign(c,{role:O}),s("settings_team.role"))}
                  <button class="button primary" type="submit" aria-busy=${c.busy}>${s("settings_team.make_link")}</button>
                </div>
              </form>
              ${m?l`<div class="once" role="status">
                    <strong>${s("settings_team.link_for",{email:m.email})}</strong>
                    ${et(m.url,void 0,s("settings_team.link_for",{email:m.email}))}
                    <p class="field-hint">${s("settings_team.link_once")}</p>
                  </div>`:h}
              ${v(w)}`,s("settings_team.invite_intro"))}`})}}var Ii=80;function Cn({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=e.agent.role!=="agent",d=z(async()=>{let[u,f]=await Promise.all([t("GET","/tokens"),r?t("GET","/agents?limit=200"):{items:[]}]),b=new Map(f.items.map(g=>[g.id,g.name]));return u.items.filter(g=>!g.revoked_at).map(g=>({...g,agent:g.agent_id===e.agent.id?null:b.get(g.agent_id)??g.agent_id}))},n),c={name:"",busy:!1},m=null,p=async u=>{if(u.preventDefault(),!(c.busy||!c.name.trim())){c.busy=!0;try{m=await t("POST","/tokens",{name:c.name.trim()}),c.name="",await d.load()}catch(f){i(f)}c.busy=!1,n()}},$=async u=>{if(await o({title:s("settings_tokens.revoke_ask",{name:u.name}),text:s("settings_tokens.revoke_means"),confirm:s("settings_tokens.revoke")})){try{await t("DELETE",`/tokens/${u.id}`,{}),a(s("settings_tokens.revoked",{name:u.name}))}catch(b){i(b)}await d.load()}};return{start:d.load,body:()=>l`${A(s("settings_tokens.new"),l`<form class="set-stack" @submit=${p}>
            <div class="set-field">
              <div class="set-label"><label for="token-name">${s("settings_tokens.name")}</label></div>
              <div class="set-box">
                <input
                  id="token-name"
                  class="input"
                  autocomplete="off"
                  maxlength=${Ii}
                  .value=${S(c.name)}
                  @input=${u=>{c.name=u.target.value,n()}}
                /><button class="button primary" type="submit" ?disabled=${!c.name.trim()} aria-busy=${c.busy}>${s("settings_tokens.make")}</button>
              </div>
              <p class="field-hint">${s("settings_tokens.name_hint")}</p>
            </div>
          </form>
          ${m?l`<div class="once" role="status">
                <strong>${s("settings_tokens.made",{name:m.name})}</strong>
                ${et(m.token,void 0,s("settings_tokens.made",{name:m.name}))}
                <p class="field-hint">${s("settings_tokens.once")}</p>
              </div>`:h}`,l`${s("settings_tokens.intro")} <a href="/docs">${s("settings_tokens.docs")}</a>`)}
      ${d.view(u=>A(s("settings_tokens.list"),u.length===0?l`<p class="nothing-yet">${s("settings_tokens.none")}</p>`:l`<ul class="things">
                ${u.map(f=>l`<li class="thing">
                      <span class="thing-mark">${M("code")}</span>
                      <div class="thing-what">
                        <span class="thing-name">${f.name}${f.agent?l`<span class="chip">${f.agent}</span>`:h}</span>
                        <span class="thing-about"
                          >${[f.last_used_at?s("settings_tokens.used",{time:mt(f.last_used_at,Date.now())}):s("settings_tokens.unused"),s("settings_tokens.since",{time:R(f.created_at)})].join(" · ")}</span
                        >
                      </div>
                      <div class="thing-does">
                        <button type="button" class="button" aria-label=${s("settings_tokens.revoke_one",{name:f.name})} @click=${()=>$(f)}>${s("settings_tokens.revoke")}</button>
                      </div>
                    </li>`)}
              </ul>`,r?s("settings_tokens.list_all"):s("settings_tokens.list_own")))}`}}var Ni=["zh-CN","en"];var Qe=["text","email","phone","select","checkbox","consent"],Li=/^#[0-9a-f]{6}$/,Hi=/^\s*(--sd-[a-z0-9-]{1,32})\s*:\s*([^;]{1,80}?)\s*;?\s*$/;function Dn(e){let t={};for(let n of e.split(`
`)){if(!n.trim())continue;let[,a,i]=Hi.exec(n)??[];if(!a)return null;t[a]=i}return t}var ts=({settings:e,allowed_origins:t})=>({...e,custom:Object.entries(e.custom).map(([n,a])=>`${n}: ${a}`).join(`
`),origins:t.join(`
`)});function es({origins:e,...t}){return{...t,custom:Dn(t.custom)??{}}}var Ri=e=>[...new Set(e.split(/[\s,，;；、]+/).filter(Boolean))];function In(e,t){let n=new Set(t.map(o=>o.split(".")[0])),a={};n.delete("origins")&&(a.allowed_origins=Ri(e.origins));let i=es(e);return n.size>0&&(a.settings=Object.fromEntries([...n].map(o=>[o,i[o]]))),a.settings?.questions&&(a.settings.questions=Object.fromEntries(Object.entries(a.settings.questions).map(([o,r])=>[o,r.map(d=>d.trim()).filter(Boolean)]))),a}var Pn=e=>Ni.some(t=>e[t]?.trim());function Nn(e){let t={};Li.test(e.accent)||(t.accent="colour");for(let n of["x","y"]){let a=e.launcher.offset[n];(!Number.isInteger(a)||a<0||a>400)&&(t["launcher.offset"]="offset")}return Dn(e.custom)===null&&(t.custom="custom"),e.form.when!=="never"&&e.form.fields.length===0&&(t["form.fields"]="fields"),e.form.fields.forEach((n,a)=>{Pn(n.label)?n.type==="select"&&(n.options.length===0||!n.options.every(Pn))&&(t[`form.fields.${a}`]="options"):t[`form.fields.${a}`]="label"}),t}function ss(e,t){let n=new Set(t.map(o=>o.id)),a=e==="email"||e==="phone"?e:n.has("name")||e!=="text"?`${e}_1`:"name";if(!n.has(a))return a;let i=1;for(;n.has(`${e}_${i}`);)i+=1;return`${e}_${i}`}var Ln=80;function Hn(e){let t=e.get("form.fields"),n=o=>e.set("form.fields",o),a=o=>{n([...t,{id:ss(o,t),type:o,label:{"zh-CN":s(`settings_widget.asks_zh_${o}`),en:s(`settings_widget.asks_en_${o}`)},required:o==="consent",options:o==="select"?[{"zh-CN":"",en:""}]:[]}]),e.get("form.when")==="never"&&e.set("form.when","before")},i=(o,r)=>{let d=p=>n(t.with(r,{...o,...p})),c=r+1,m=(p,$)=>l`<input
        class="input"
        aria-label="${s("settings_widget.field_n",{n:c})} · ${$}"
        placeholder=${$}
        maxlength=${Ln}
        .value=${S(o.label[p]??"")}
        @input=${u=>d({label:{...o.label,[p]:u.target.value}})}
      />`;return l`<li class="field-card">
      <div class="field-card-head">
        ${W(`field-type-${r}`,Qe.map(p=>({value:p,label:s(`settings_widget.kind_${p}`)})),o.type,p=>d({type:p,id:ss(p,t.toSpliced(r,1)),options:p==="select"?[{"zh-CN":"",en:""}]:[]}),`${s("settings_widget.field_n",{n:c})} · ${s("settings_widget.field_kind")}`)}
        <label class="check"><input type="checkbox" .checked=${S(o.required)} @change=${p=>d({required:p.target.checked})} /><span>${s("settings_widget.required")}</span></label>
        <span class="grow"></span>
        ${r>0?l`<button type="button" class="icon-button" aria-label=${s("settings_widget.up",{n:c})} title=${s("settings_widget.up",{n:c})} @click=${()=>n(t.with(r-1,o).with(r,t[r-1]))}>${M("up")}</button>`:h}
        <button type="button" class="icon-button" aria-label=${s("settings_widget.remove_n",{n:c})} title=${s("settings_widget.remove_n",{n:c})} @click=${()=>n(t.toSpliced(r,1))}>${M("trash")}</button>
      </div>
      <div class="set-columns tight">${m("zh-CN",s("settings_widget.in_zh"))}${m("en",s("settings_widget.in_en"))}</div>
      ${o.type==="select"?l`<ul class="lines">
              ${o.options.map((p,$)=>l`<li>
                    ${["zh-CN","en"].map(u=>l`<input
                          class="input"
                          aria-label="${s("settings_widget.field_n",{n:c})} · ${s("settings_widget.option_n",{n:$+1})} · ${s(u==="en"?"settings_widget.in_en":"settings_widget.in_zh")}"
                          placeholder="${s("settings_widget.option_n",{n:$+1})} · ${s(u==="en"?"settings_widget.in_en":"settings_widget.in_zh")}"
                          maxlength=${Ln}
                          .value=${S(p[u]??"")}
                          @input=${f=>d({options:o.options.with($,{...p,[u]:f.target.value})})}
                        />`)}
                    <button type="button" class="icon-button" aria-label=${s("settings_widget.remove_option",{n:$+1})} @click=${()=>d({options:o.options.toSpliced($,1)})}>${M("x")}</button>
                  </li>`)}
            </ul>
            ${o.options.length<20?l`<button type="button" class="text-button" @click=${()=>d({options:[...o.options,{"zh-CN":"",en:""}]})}>${s("settings_widget.option_add")}</button>`:h}`:h}
      ${G(e,`form.fields.${r}`)}
    </li>`};return l`${A(s("settings_widget.asks"),N(s("settings_widget.asks"),["never","before","closed"].map(o=>({value:o,label:s(`settings_widget.asks_${o}`)})),e.get("form.when"),o=>e.set("form.when",o)),s("settings_widget.asks_intro"))}
    ${A(s("settings_widget.fields"),l`${t.length?l`<ul class="field-cards">${t.map(i)}</ul>`:l`<p class="nothing-yet">${s("settings_widget.no_fields")}</p>`}
        ${G(e,"form.fields")}
        ${t.length<8?l`<div class="set-actions" role="group" aria-label=${s("settings_widget.field_add")}>
              <span class="thing-about">${s("settings_widget.field_add")}</span>
              ${Qe.map(o=>l`<button type="button" class="button" @click=${()=>a(o)}>${M("plus",14)}${s(`settings_widget.kind_${o}`)}</button>`)}
            </div>`:h}`,s("settings_widget.fields_intro"))}`}var we=[{id:"php",name:"PHP",lines:`<?php
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
var token = head + "." + encode.encodeToString(mac.doFinal(head.getBytes(utf8)));`}],Rn="servicedesk('identify', null, token);";function jn({call:e,changed:t,say:n,failed:a,ask:i}){let o="php",r=null,d=!1,c="",m=null,p=async()=>{if(d)return d=!1,t();try{r??=(await e("GET","/widgets/default/secret")).secret,d=!0}catch(b){a(b)}t()},$=async()=>{if(await i({title:s("settings_widget.secret_ask"),text:s("settings_widget.secret_means"),confirm:s("settings_widget.secret_replace")})){try{r=(await e("POST","/widgets/default/secret",{})).secret,d=!0,n(s("settings_widget.secret_replaced"))}catch(g){a(g)}t()}},u=async b=>{if(b.preventDefault(),!!c.trim()){try{m=await e("POST","/widgets/default/identity-check",{token:c.trim()})}catch(g){a(g)}t()}},f=()=>{if(!m)return h;if(!m.valid)return l`<p class="check-line bad">${s(`settings_widget.problem_${m.problem}`)}</p>`;let{sub:b,name:g,email:_,phone:v}=m.claims??{},k=Object.entries({sub:b,name:g,email:_,phone:v}).filter(([,w])=>w);return l`<p class="check-line good">${s("settings_widget.valid",{time:m.expires_at?R(m.expires_at):""})}</p>
      <dl class="facts">${k.map(([w,T])=>l`<dt>${s(`settings_widget.claim_${w}`)}</dt><dd>${T}</dd>`)}</dl>`};return{start(){},body(){let b=we.find(g=>g.id===o)??we[0];return l`${A(s("settings_widget.server"),l`${N(s("settings_widget.language"),we.map(g=>({value:g.id,label:g.name})),o,g=>{o=g,t()})}
            ${et(b.lines,void 0,b.name)}`,s("settings_widget.server_intro"))}
        ${A(s("settings_widget.page"),et(Rn,void 0,s("settings_widget.page")),s("settings_widget.page_intro"))}
        ${A(s("settings_widget.secret"),l`${d&&r?et(r,void 0,s("settings_widget.secret")):h}
            <div class="set-actions">
              <button type="button" class="button" aria-expanded=${d} @click=${p}>${s(d?"settings_widget.secret_hide":"settings_widget.secret_show")}</button>
              <button type="button" class="button quiet danger" @click=${$}>${s("settings_widget.secret_replace")}</button>
            </div>`,s("settings_widget.secret_intro"))}
        ${A(s("settings_widget.check"),l`<form class="set-stack" @submit=${u}>
            <textarea
              class="input area mono"
              rows="3"
              aria-label=${s("settings_widget.check")}
              spellcheck="false"
             
              .value=${S(c)}
              @input=${g=>{c=g.target.value,m=null,t()}}
            ></textarea>
            <div class="set-actions"><button type="submit" class="button" ?disabled=${!c.trim()}>${s("settings_widget.check_it")}</button></div>
            <div role="status" class="set-stack">${f()}</div>
          </form>`,s("settings_widget.check_intro"))}`}}}var xe=e=>[1,3,5].map(t=>Number.parseInt(e.slice(t,t+2),16)/255);function Ht(e){let[t,n,a]=e.map(i=>i<=.04045?i/12.92:((i+.055)/1.055)**2.4);return .2126*t+.7152*n+.0722*a}var ke=(e,t)=>(Math.max(e,t)+.05)/(Math.min(e,t)+.05),Bi=e=>`#${e.map(t=>Math.round(t*255).toString(16).padStart(2,"0")).join("")}`,Un=4.5;function Bn(e){let t=xe(e);if(ke(Ht(t),1)>=Un)return{accent:e,on:"#ffffff"};if(ke(Ht(t),Ht(xe("#1b1f1a")))>=7)return{accent:e,on:"#1b1f1a"};for(;ke(Ht(t),1)<Un;)t=t.map(n=>n*.96);return{accent:Bi(t),on:"#ffffff"}}var qn=(e,t)=>ke(Ht(xe(e)),Ht(xe(t)));var qi={green:"#1f6f5c",blue:"#3569b0",amber:"#96590b",plum:"#84508f",red:"#a4372c",ink:"#2c322b"},zi={bubble:"bubble",square:"square",headset:"headset",leaf:"leaf"},zn=20,Fi=256,Gi=1200;function Vi(e){let t=String(e.get("accent")),n=/^#[0-9a-f]{6}$/.test(t),a=n?Bn(t):null,i=It("accent");return l`<div class="swatches" role="radiogroup" aria-label=${s("settings_widget.colour")}>
      ${Object.entries(qi).map(([o,r])=>l`<label class="swatch swatch-${o}"
            ><input type="radio" name="accent" aria-label=${s(`settings_widget.accent_${o}`)} .checked=${S(r===t)} @change=${()=>e.set("accent",r)} /><i></i
          ></label>`)}
      <span class="own-colour"
        ><input
          type="color"
          aria-label=${s("settings_widget.accent_own")}
          .value=${S(n?t:"#1f6f5c")}
          @input=${o=>e.set("accent",o.target.value)} /><input
          id=${i}
          class="input mono"
          maxlength="7"
          spellcheck="false"
          aria-label=${s("settings_widget.accent_hex")}
          aria-invalid=${e.errors.accent?"true":"false"}
          aria-describedby="${i}-error"
          .value=${S(t)}
          @input=${o=>e.set("accent",o.target.value.trim().toLowerCase())}
      /></span>
    </div>
    ${a?a.accent===t?l`<p class="check-line good">${M("done")}${s(a.on==="#ffffff"?"settings_widget.contrast_white":"settings_widget.contrast_black",{ratio:qn(t,a.on).toFixed(1)})}</p>`:l`<p class="check-line warn">${M("alert")}${s("settings_widget.darkened",{colour:a.accent})}</p>`:""}
    ${G(e,"accent")}`}var Fn=(e,t,n)=>l`<label class="with-unit"
    ><span>${n}</span
    ><input
      class="input"
      inputmode="numeric"
      maxlength="3"
      .value=${S(String(e.get(`launcher.offset.${t}`)))}
      @input=${a=>e.set(`launcher.offset.${t}`,/^\d+$/.test(a.target.value)?Number(a.target.value):a.target.value)}
  /></label>`;function Gn({upload:e,failed:t},n){let a=(i,o,r)=>l`<div class="set-field">
      <span class="field-label">${r}</span>
      <div class="picture-line">
        ${n.get(i)?l`<img class="picture-shown" src="/p/${n.get(i)}" alt="" />`:l`<span class="picture-shown" aria-hidden="true"></span>`}
        ${ve(n,i,{upload:e,failed:t,most:o,choose:s("settings_widget.picture_choose"),remove:s("settings_widget.picture_remove")})}
      </div>
      ${G(n,i)}
    </div>`;return l`${A(s("settings_widget.colour"),Vi(n),s("settings_widget.colour_intro"))}
    ${A(s("settings_widget.theme"),"",s("settings_widget.theme_intro"),N(s("settings_widget.theme"),["auto","light","dark"].map(i=>({value:i,label:s(`settings_widget.theme_${i}`)})),n.get("theme"),i=>n.set("theme",i)))}
    ${A(s("settings_widget.launcher"),l`<div class="set-columns">
          <div class="set-field">
            <span class="field-label">${s("settings_widget.position")}</span>
            ${N(s("settings_widget.position"),["left","right"].map(i=>({value:i,label:s(`settings_widget.position_${i}`)})),n.get("launcher.position"),i=>n.set("launcher.position",i))}
          </div>
          <div class="set-field">
            <span class="field-label">${s("settings_widget.offset")} <span class="field-hint">${s("settings_widget.offset_hint")}</span></span>
            <div class="set-pair">
              ${Fn(n,"x",s(`settings_widget.from_${n.get("launcher.position")}`))} ${Fn(n,"y",s("settings_widget.from_below"))}
            </div>
            ${G(n,"launcher.offset")}
          </div>
          <div class="set-field">
            <span class="field-label">${s("settings_widget.icon")}</span>
            <div class="icon-choice" role="radiogroup" aria-label=${s("settings_widget.icon")}>
              ${Object.entries(zi).map(([i,o])=>l`<label title=${s(`settings_widget.icon_${i}`)}
                    ><input
                      type="radio"
                      name="launcher-icon"
                      aria-label=${s(`settings_widget.icon_${i}`)}
                      .checked=${S(n.get("launcher.icon")===i)}
                      @change=${()=>n.set("launcher.icon",i)} /><span>${M(o,20)}</span></label
                  >`)}
            </div>
          </div>
          <div class="set-field">
            ${tt(n,"launcher.label.zh-CN",{label:s("settings_widget.label_zh"),max:zn,placeholder:s("settings_widget.label_example")})}
          </div>
          <div class="set-field">${tt(n,"launcher.label.en",{label:s("settings_widget.label_en"),note:s("settings_widget.label_hint"),max:zn})}</div>
        </div>
        ${ot(n,"launcher.hidden",s("settings_widget.hidden"),l`${s("settings_widget.hidden_hint")} <code>servicedesk('open')</code>`)}`)}
    ${A(s("settings_widget.pictures"),l`<div class="set-columns">${a("logo",Fi,s("settings_widget.logo"))}${a("header",Gi,s("settings_widget.header"))}</div>`,s("settings_widget.pictures_intro"))}
    ${A(s("settings_widget.radius"),"",void 0,l`<span class="slider"
        ><span class="thing-about">${s("settings_widget.radius_square")}</span
        ><input
          type="range"
          min="0"
          max="24"
          aria-label=${s("settings_widget.radius")}
          .value=${S(String(n.get("radius")))}
          @input=${i=>n.set("radius",Number(i.target.value))}
        /><span class="thing-about">${s("settings_widget.radius_round")}</span><output>${n.get("radius")}</output></span
      >`)}
    ${A(s("settings_widget.custom"),gt(n,"custom",{label:s("settings_widget.custom_label"),rows:3,mono:!0,placeholder:"--sd-surface: #fffdf8",hint:s("settings_widget.custom_hint")}),s("settings_widget.custom_intro"))}`}var Wi=40,ns=300,Yi=60,Xi=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}],Xt=document.documentElement.lang==="en"?"en":"zh-CN",as=()=>Xt,Zi=e=>N(s("settings_widget.words_language"),Xi,Xt,t=>{Xt=t,e.set("accent",e.get("accent"))});function Ji(e){let t=`questions.${Xt}`,n=e.get(t)??[],a=i=>e.set(t,i);return l`<ul class="lines">
      ${n.map((i,o)=>l`<li>
            <input
              class="input"
              aria-label=${s("settings_widget.question_n",{n:o+1})}
              placeholder=${s("settings_widget.question_example")}
              maxlength=${Yi}
              .value=${S(i)}
              @input=${r=>a(n.with(o,r.target.value))}
            />
            ${o>0?l`<button type="button" class="icon-button" aria-label=${s("settings_widget.up",{n:o+1})} title=${s("settings_widget.up",{n:o+1})} @click=${()=>a(n.with(o-1,i).with(o,n[o-1]))}>${M("up")}</button>`:l`<span class="icon-space"></span>`}
            <button type="button" class="icon-button" aria-label=${s("settings_widget.remove_n",{n:o+1})} title=${s("settings_widget.remove_n",{n:o+1})} @click=${()=>a(n.toSpliced(o,1))}>${M("x")}</button>
          </li>`)}
    </ul>
    ${n.length<6?l`<div class="set-actions"><button type="button" class="button" @click=${()=>a([...n,""])}>${M("plus")}${s("settings_widget.question_add")}</button></div>`:h}
    ${G(e,t)}`}function Vn(e){let t=n=>`texts.${Xt}.${n}`;return l`${A(s("settings_widget.words"),l`${tt(e,t("title"),{label:s("settings_widget.title"),hint:s("settings_widget.title_hint"),max:Wi})}
        ${gt(e,t("greeting"),{label:s("settings_widget.greeting"),hint:s("settings_widget.greeting_hint"),max:ns,rows:2})}
        ${gt(e,t("welcome"),{label:s("settings_widget.welcome"),hint:s("settings_widget.welcome_hint"),max:ns,rows:2})}
        ${gt(e,t("offline"),{label:s("settings_widget.offline"),hint:s("settings_widget.offline_hint"),max:ns,rows:2})}`,s("settings_widget.words_intro"),Zi(e))}
    ${A(s("settings_widget.questions"),Ji(e),s("settings_widget.questions_intro"))}
    ${A(s("settings_widget.habits"),l`${ot(e,"rating",s("settings_widget.rating"),s("settings_widget.rating_hint"))}
      ${ot(e,"sound",s("settings_widget.sound"),s("settings_widget.sound_hint"))}
      ${ot(e,"typing_preview",s("settings_widget.typing"),s("settings_widget.typing_hint"))}`)}`}var Qi=["home","talk","form","offline","closed"],to=640,Kn=360,Wn=700;function Yn({me:e,changed:t},n,a){let i="desktop",o=matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light",r=null,d=!1,c="",m=()=>document.getElementById("preview-frame"),p=()=>(a()!==c&&(c=a(),r=null),r??(a()==="form"?"form":"home")),$=()=>{n.phase==="ready"&&m()?.contentWindow?.postMessage({servicedesk:"preview",settings:es(n.draft),shop:{name:e.shop.name},view:p(),theme:o,device:i,locale:as()},location.origin)},u=()=>{let b=document.querySelector(".preview-box"),g=m();if(!(b instanceof HTMLElement)||!g)return;let[_,v]=[b.clientWidth,b.clientHeight];if(!_||!v)return;let k=i==="desktop"?Math.max(to,_):Kn,w=i==="desktop"?_/k:Math.min(1,v/Wn,_/Kn),T=i==="desktop"?v/w:Math.min(Wn,v/w);g.style.setProperty("width",`${k}px`),g.style.setProperty("height",`${T}px`),g.style.setProperty("transform",`scale(${w})`),g.style.setProperty("left",`${Math.max(0,(_-k*w)/2)}px`),g.style.setProperty("top",`${i==="desktop"?0:Math.max(0,(v-T*w)/2)}px`)};addEventListener("message",({origin:b,source:g,data:_})=>{b===location.origin&&g===m()?.contentWindow&&_?.servicedesk==="preview-ready"&&$()}),addEventListener("resize",u);let f=b=>{b(),t()};return{view(){requestAnimationFrame(()=>{u(),$()});let b=as();return l`<button type="button" class="button preview-open" @click=${()=>f(()=>d=!0)}>${M("smartphone")}${s("settings_widget.preview")}</button>
        <section class="preview" data-open=${d} aria-label=${s("settings_widget.preview")}>
          <header class="preview-head">
            <span class="preview-name">${s("settings_widget.preview")}</span>
            ${N(s("settings_widget.device"),["desktop","phone"].map(g=>({value:g,label:s(`settings_widget.device_${g}`)})),i,g=>f(()=>i=g))}
            ${N(s("settings_widget.theme"),[{value:"light",label:M("sun"),title:s("settings_widget.theme_light")},{value:"dark",label:M("moon"),title:s("settings_widget.theme_dark")}],o,g=>f(()=>o=g))}
            ${W("preview-view",Qi.map(g=>({value:g,label:s(`settings_widget.view_${g}`)})),p(),g=>f(()=>r=g),s("settings_widget.view"))}
            <button type="button" class="icon-button preview-close" aria-label=${s("common.close")} @click=${()=>f(()=>d=!1)}>${M("x",20)}</button>
          </header>
          <div class="preview-box ${i}">
            <iframe id="preview-frame" title=${s("settings_widget.preview")} tabindex="-1" src="/w/preview?k=${e.widget.key}&locale=${b}"></iframe>
          </div>
        </section>`}}}var is=(e,t)=>`<script async src="${e}/w.js" data-key="${t}"><\/script>`;function Xn(e){return e.replace(" data-key",`
  data-key`).split(/("[^"]*"|script)/).map(t=>({text:t,kind:t.startsWith('"')?"code-text":t==="script"?"code-name":""}))}var Zn=["any","youzan","wordpress","shopify","next","send"],eo=(e,t)=>`import Script from 'next/script';

<Script src="${e}/w.js" data-key="${t}" strategy="afterInteractive" />`;function Jn(e,t,n){return e==="next"?eo(t,n):e==="send"?s("settings_site.letter",{tag:is(t,n)}):is(t,n)}var so=4e3;function Qn({me:e,call:t,changed:n,origin:a},i){let o="any",r=e.widget?.seen??null,d=async()=>{try{document.visibilityState==="visible"&&(r=(await t("GET","/setup/seen")).seen,n())}catch{}setTimeout(d,so)},c=m=>{try{return new URL(m).host}catch{return m}};return{start:d,status:()=>r?l`<span class="chip chip-ok"><i class="chip-dot now-dot"></i><span>${c(r.url)}</span></span>`:l`<span class="chip"><span>${s("settings_site.not_seen")}</span></span>`,body(){let m=Jn(o,a,e.widget?.key??"");return l`${A(s("settings_site.tag"),l`${N(s("settings_site.where"),Zn.map(p=>({value:p,label:s(`settings_site.builder_${p}`)})),o,p=>{o=p,n()})}
            <p class="steps-text">${s(`settings_site.how_${o}`)}</p>
            ${et(m,Xn(m).map(p=>l`<span class=${p.kind}>${p.text}</span>`),s("settings_site.tag"))}`,s("settings_site.tag_intro"))}
        ${A(r?s("settings_site.seen"):s("settings_site.unseen"),"",r?`${r.url.replace(/^https?:\/\//,"")} · ${mt(r.at,Date.now())}`:s("settings_site.unseen_hint"),l`<a class="button" href="/demo" target="_blank" rel="noopener">${s("settings_site.try_it")}${M("out")}</a>`)}
        ${A(s("settings_site.origins"),gt(i,"origins",{label:s("settings_site.origins_label"),rows:3,mono:!0,placeholder:`https://www.example.com
*.example.com`,hint:s("settings_site.origins_hint")}),s("settings_site.origins_intro"))}`}}}function ta(e){let{me:t,call:n,changed:a}=e,i=location.hash==="#site"?"site":"look",o=st({read:async()=>ts(await n("GET","/widgets/default")),check:p=>Object.fromEntries(Object.entries(Nn(p)).map(([$,u])=>[$,s(`settings_widget.wrong_${u}`)])),refused(p){let $=String(p?.field??"");return $.startsWith("allowed_origins")?{origins:s("settings_widget.wrong_origin")}:$.startsWith("settings.custom")?{custom:s("settings_widget.wrong_custom")}:$.startsWith("settings.")?{[$.slice(9)]:s("settings_widget.wrong_value")}:{}},write:async(p,$)=>ts(await n("PATCH","/widgets/default",In(p,$))),changed:a}),r=Qn(e,o),d=jn(e),c=Yn(e,o,()=>i),m={look:()=>Gn(e,o),words:()=>Vn(o),form:()=>Hn(o),site:r.body,identity:d.body};return{form:o,start:r.start,status:r.status,tabs:Object.keys(m).map(p=>({id:p,label:s(`settings_widget.tab_${p}`)})),get tab(){return i},choose(p){i=p,p==="identity"&&d.start(),a()},body:()=>l`${m[i]()}`,aside:t.widget?c.view:void 0}}var ea={widget:ta,hours:$n,canned:on,labels:bn,blocks:an,team:On,shop:_n,data:cn,about:nn,profile:Mn,notifications:En,sessions:Tn,tokens:Cn};var no=2e4,St=e=>document.querySelector(`meta[name="${e}"]`)?.getAttribute("content")??"",nt=JSON.parse(St("me")),rs=St("csrf")||nt.csrf_token,ls=()=>location.assign(`/login?next=${encodeURIComponent(location.pathname)}`),Et=ds({csrf:rs,signedOut:ls}),ao=Qs({csrf:rs,signedOut:ls}),io=tn({csrf:rs,signedOut:ls}),Rt=Ns(Is()),Y=en({me:nt,asked:St("settings-page"),shown:St("settings-shown"),schedule:e=>requestAnimationFrame(e),phone:()=>Rt.phone.value});document.title=`${s(`settings.${St("settings-shown")}`)} · ${s("settings.title")} · ${nt.shop.name}`;var sa={me:nt,call:ao,upload:io,changed:Y.changed,say:Y.say,failed:Y.failed,ask:Y.ask,origin:St("origin"),ui:Rt,setTheme(e){Rt.theme.value=e,document.documentElement.dataset.theme=e}},Ae=B(0),os={ticks:{frame:Ae},agent:nt.agent,shop:nt.shop,book:{counts:null},async setAvailability(e){let t=nt.agent.availability;nt.agent.availability=e,Ae.value++;try{await Et.availability(e)}catch(n){nt.agent.availability=t,Ae.value++,Y.failed(n)}}},na=e=>{sa.setTheme(e),Et.change({theme:e}).catch(Y.failed)},oo=()=>Rt.theme.value==="auto"?matchMedia("(prefers-color-scheme: dark)").matches:Rt.theme.value==="dark",Se={palette:{label:"keys.palette",key:"mod+k",group:"go",field:!0,run:()=>Ee.open()},go_inbox:{label:"keys.go_inbox",key:"g i",group:"go",icon:"inbox",run:()=>location.assign("/inbox")},go_settings:{label:"settings.title",key:"g s",group:"go",icon:"settings",run:()=>location.assign("/settings")},theme:{label:"keys.theme",key:"mod+Shift+l",group:"desk",icon:"sun-moon",run:()=>na(oo()?"light":"dark")}},cs=At(Se),Ee=Ys({entries:()=>[...Zs(nt.agent.role).map(e=>({...e,asked:!1})),...Object.entries(Se).filter(([e])=>e!=="palette"&&e!=="go_settings").map(([e,t])=>({id:e,group:"desk",label:s(t.label),key:cs.keyOf(e),mark:H(t.icon??"arrow-right",18),run:t.run}))],subject:()=>null,next(){},phone:()=>!1});je(Y.palette,Ee.view,Ee.around);zs({keymap:()=>cs,actions:Se});Et.preferences().then(({keys:e})=>cs=At(Se,e),()=>{});var aa=async()=>{try{os.book.counts=await Et.counts(),Ae.value++}catch{}};je(Y.rail,Bs(os,Rt,{theme:na,palette:Ee.open,availability:os.setAvailability,async language(e){if(e!==D)try{await Et.change({locale:e}),location.reload()}catch(t){Y.failed(t)}},async signOut(e){if(!(e&&!await Y.ask({title:s("agent.sign_out_everywhere_ask"),text:s("agent.sign_out_everywhere_means"),confirm:s("agent.sign_out_everywhere"),cancel:s("agent.stay")})))try{await(e?Et.signOutEverywhere():Et.signOut()),location.assign("/login")}catch(t){Y.failed(t)}}},"settings"));Y.show(ea[St("settings-shown")](sa));aa();setInterval(()=>document.visibilityState==="visible"&&aa(),no);matchMedia("(max-width: 720px)").addEventListener("change",Y.changed);
