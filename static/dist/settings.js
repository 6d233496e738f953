var et=class extends Error{constructor(t,n,a){super(n?.title??`status ${t}`),this.status=t,this.code=n?.code??(t?"unexpected":"unreachable"),this.field=n?.field??null,this.retryAfter=a}};async function Ie(e,t,n,a){let i={accept:"application/json"};n!==void 0&&(i["content-type"]="application/json"),a&&(i["x-csrf-token"]=a);let o;try{o=await fetch(t,{method:e,headers:i,credentials:"same-origin",body:n===void 0?void 0:JSON.stringify(n)})}catch{throw new et(0,null,null)}let r=await o.text(),d=null;try{d=r?JSON.parse(r):null}catch{}if(o.ok)return d;let c=Number(o.headers.get("retry-after"));throw new et(o.status,d,Number.isFinite(c)&&c>0?c:null)}function Pe(e){let t=Object.entries(e).filter(([,n])=>n!=null);return t.length?`?${new URLSearchParams(t.map(([n,a])=>[n,String(a)]))}`:""}function us({csrf:e,signedOut:t}){let n=async(i,o,r)=>{try{return await Ie(i,`/api/v1${o}`,r,e)}catch(d){throw d instanceof et&&d.status===401&&t(),d}},a=i=>`/conversations/${encodeURIComponent(i)}`;return{session:()=>n("POST","/im/session",{}),me:()=>n("GET","/me"),change:i=>n("PATCH","/me",i),preferences:()=>n("GET","/me/preferences"),savePreferences:i=>n("PUT","/me/preferences",i),agents:()=>n("GET","/agents?limit=200"),availability:i=>n("PUT","/agents/me/availability",{state:i}),signOut:()=>n("POST","/logout",{}),signOutEverywhere:()=>n("POST","/logout-everywhere",{}),counts:()=>n("GET","/conversations/counts"),conversations:(i,o,r={})=>n("GET",`/conversations${Pe({view:i,...r,cursor:o,limit:50})}`),conversation:i=>n("GET",a(i)),entries:(i,o)=>n("GET",`${a(i)}/entries${Pe(o)}`),assign:(i,o)=>n("POST",`${a(i)}/assign`,{agent_id:o}),close:i=>n("POST",`${a(i)}/resolve`,{}),reopen:i=>n("POST",`${a(i)}/reopen`,{}),snooze:(i,o)=>n("POST",`${a(i)}/snooze`,{until:o}),label:(i,o)=>n("POST",`${a(i)}/labels`,{labels:o}),bulk:i=>n("POST","/conversations/bulk",i),editMessage:(i,o,r)=>n("PATCH",`${a(i)}/messages/${encodeURIComponent(o)}`,{content:r}),recallMessage:(i,o)=>n("DELETE",`${a(i)}/messages/${encodeURIComponent(o)}`,{}),contact:i=>n("GET",`/contacts/${encodeURIComponent(i)}`),changeContact:(i,o)=>n("PATCH",`/contacts/${encodeURIComponent(i)}`,o),block:i=>n("POST","/blocks",i),unblock:i=>n("DELETE",`/blocks/${encodeURIComponent(i)}`,{}),setupList:()=>n("GET","/setup/list"),dismissSetupList:i=>n("PATCH","/setup/list",{dismissed:i}),addDemoData:()=>n("POST","/demo-data",{}),removeDemoData:()=>n("DELETE","/demo-data",{}),linkPreview:(i,o)=>n("GET",`/link-preview${Pe({message:i,url:o})}`),labels:()=>n("GET","/labels"),canned:()=>n("GET","/canned"),cannedUsed:i=>n("POST",`/canned/${encodeURIComponent(i)}/used`,{}),drafts:()=>n("GET","/drafts"),keepDraft:(i,o,r)=>n("PUT",`/drafts/${encodeURIComponent(i)}`,{note:o,text:r})}}var Ne=globalThis,ps=e=>e,se=Ne.trustedTypes,ms=se?se.createPolicy("lit-html",{createHTML:e=>e}):void 0,Le="$lit$",at=`lit$${Math.random().toFixed(9).slice(2)}$`,He="?"+at,ga=`<${He}>`,yt=document,qt=()=>yt.createComment(""),Bt=e=>e===null||typeof e!="object"&&typeof e!="function",Re=Array.isArray,bs=e=>Re(e)||typeof e?.[Symbol.iterator]=="function",De=`[ 	
\f\r]`,Ut=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,gs=/-->/g,hs=/>/g,$t=RegExp(`>|${De}(?:([^\\s"'>=/]+)(${De}*=${De}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),fs=/'/g,_s=/"/g,ys=/^(?:script|style|textarea|title)$/i,je=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),l=je(1),v=je(2),yo=je(3),K=Symbol.for("lit-noChange"),f=Symbol.for("lit-nothing"),$s=new WeakMap,bt=yt.createTreeWalker(yt,129);function vs(e,t){if(!Re(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return ms!==void 0?ms.createHTML(t):t}var ws=(e,t)=>{let n=e.length-1,a=[],i,o=t===2?"<svg>":t===3?"<math>":"",r=Ut;for(let d=0;d<n;d++){let c=e[d],u,p,$=-1,h=0;for(;h<c.length&&(r.lastIndex=h,p=r.exec(c),p!==null);)h=r.lastIndex,r===Ut?p[1]==="!--"?r=gs:p[1]!==void 0?r=hs:p[2]!==void 0?(ys.test(p[2])&&(i=RegExp("</"+p[2],"g")),r=$t):p[3]!==void 0&&(r=$t):r===$t?p[0]===">"?(r=i??Ut,$=-1):p[1]===void 0?$=-2:($=r.lastIndex-p[2].length,u=p[1],r=p[3]===void 0?$t:p[3]==='"'?_s:fs):r===_s||r===fs?r=$t:r===gs||r===hs?r=Ut:(r=$t,i=void 0);let m=r===$t&&e[d+1].startsWith("/>")?" ":"";o+=r===Ut?c+ga:$>=0?(a.push(u),c.slice(0,$)+Le+c.slice($)+at+m):c+at+($===-2?d:m)}return[vs(e,o+(e[n]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),a]},zt=class e{constructor({strings:t,_$litType$:n},a){let i;this.parts=[];let o=0,r=0,d=t.length-1,c=this.parts,[u,p]=ws(t,n);if(this.el=e.createElement(u,a),bt.currentNode=this.el.content,n===2||n===3){let $=this.el.content.firstChild;$.replaceWith(...$.childNodes)}for(;(i=bt.nextNode())!==null&&c.length<d;){if(i.nodeType===1){if(i.hasAttributes())for(let $ of i.getAttributeNames())if($.endsWith(Le)){let h=p[r++],m=i.getAttribute($).split(at),y=/([.?@])?(.*)/.exec(h);c.push({type:1,index:o,name:y[2],strings:m,ctor:y[1]==="."?ae:y[1]==="?"?ie:y[1]==="@"?oe:wt}),i.removeAttribute($)}else $.startsWith(at)&&(c.push({type:6,index:o}),i.removeAttribute($));if(ys.test(i.tagName)){let $=i.textContent.split(at),h=$.length-1;if(h>0){i.textContent=se?se.emptyScript:"";for(let m=0;m<h;m++)i.append($[m],qt()),bt.nextNode(),c.push({type:2,index:++o});i.append($[h],qt())}}}else if(i.nodeType===8)if(i.data===He)c.push({type:2,index:o});else{let $=-1;for(;($=i.data.indexOf(at,$+1))!==-1;)c.push({type:7,index:o}),$+=at.length-1}o++}}static createElement(t,n){let a=yt.createElement("template");return a.innerHTML=t,a}};function vt(e,t,n=e,a){if(t===K)return t;let i=a!==void 0?n._$Co?.[a]:n._$Cl,o=Bt(t)?void 0:t._$litDirective$;return i?.constructor!==o&&(i?._$AO?.(!1),o===void 0?i=void 0:(i=new o(e),i._$AT(e,n,a)),a!==void 0?(n._$Co??=[])[a]=i:n._$Cl=i),i!==void 0&&(t=vt(e,i._$AS(e,t.values),i,a)),t}var ne=class{constructor(t,n){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=n}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:n},parts:a}=this._$AD,i=(t?.creationScope??yt).importNode(n,!0);bt.currentNode=i;let o=bt.nextNode(),r=0,d=0,c=a[0];for(;c!==void 0;){if(r===c.index){let u;c.type===2?u=new Tt(o,o.nextSibling,this,t):c.type===1?u=new c.ctor(o,c.name,c.strings,this,t):c.type===6&&(u=new re(o,this,t)),this._$AV.push(u),c=a[++d]}r!==c?.index&&(o=bt.nextNode(),r++)}return bt.currentNode=yt,i}p(t){let n=0;for(let a of this._$AV)a!==void 0&&(a.strings!==void 0?(a._$AI(t,a,n),n+=a.strings.length-2):a._$AI(t[n])),n++}},Tt=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,n,a,i){this.type=2,this._$AH=f,this._$AN=void 0,this._$AA=t,this._$AB=n,this._$AM=a,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,n=this._$AM;return n!==void 0&&t?.nodeType===11&&(t=n.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,n=this){t=vt(this,t,n),Bt(t)?t===f||t==null||t===""?(this._$AH!==f&&this._$AR(),this._$AH=f):t!==this._$AH&&t!==K&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):bs(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==f&&Bt(this._$AH)?this._$AA.nextSibling.data=t:this.T(yt.createTextNode(t)),this._$AH=t}$(t){let{values:n,_$litType$:a}=t,i=typeof a=="number"?this._$AC(t):(a.el===void 0&&(a.el=zt.createElement(vs(a.h,a.h[0]),this.options)),a);if(this._$AH?._$AD===i)this._$AH.p(n);else{let o=new ne(i,this),r=o.u(this.options);o.p(n),this.T(r),this._$AH=o}}_$AC(t){let n=$s.get(t.strings);return n===void 0&&$s.set(t.strings,n=new zt(t)),n}k(t){Re(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,a,i=0;for(let o of t)i===n.length?n.push(a=new e(this.O(qt()),this.O(qt()),this,this.options)):a=n[i],a._$AI(o),i++;i<n.length&&(this._$AR(a&&a._$AB.nextSibling,i),n.length=i)}_$AR(t=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);t!==this._$AB;){let a=ps(t).nextSibling;ps(t).remove(),t=a}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},wt=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,n,a,i,o){this.type=1,this._$AH=f,this._$AN=void 0,this.element=t,this.name=n,this._$AM=i,this.options=o,a.length>2||a[0]!==""||a[1]!==""?(this._$AH=Array(a.length-1).fill(new String),this.strings=a):this._$AH=f}_$AI(t,n=this,a,i){let o=this.strings,r=!1;if(o===void 0)t=vt(this,t,n,0),r=!Bt(t)||t!==this._$AH&&t!==K,r&&(this._$AH=t);else{let d=t,c,u;for(t=o[0],c=0;c<o.length-1;c++)u=vt(this,d[a+c],n,c),u===K&&(u=this._$AH[c]),r||=!Bt(u)||u!==this._$AH[c],u===f?t=f:t!==f&&(t+=(u??"")+o[c+1]),this._$AH[c]=u}r&&!i&&this.j(t)}j(t){t===f?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},ae=class extends wt{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===f?void 0:t}},ie=class extends wt{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==f)}},oe=class extends wt{constructor(t,n,a,i,o){super(t,n,a,i,o),this.type=5}_$AI(t,n=this){if((t=vt(this,t,n,0)??f)===K)return;let a=this._$AH,i=t===f&&a!==f||t.capture!==a.capture||t.once!==a.once||t.passive!==a.passive,o=t!==f&&(a===f||i);i&&this.element.removeEventListener(this.name,this,a),o&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},re=class{constructor(t,n,a){this.element=t,this.type=6,this._$AN=void 0,this._$AM=n,this.options=a}get _$AU(){return this._$AM._$AU}_$AI(t){vt(this,t)}},ks={M:Le,P:at,A:He,C:1,L:ws,R:ne,D:bs,V:vt,I:Tt,H:wt,N:ie,U:oe,B:ae,F:re},ha=Ne.litHtmlPolyfillSupport;ha?.(zt,Tt),(Ne.litHtmlVersions??=[]).push("3.3.3");var Z=(e,t,n)=>{let a=n?.renderBefore??t,i=a._$litPart$;if(i===void 0){let o=n?.renderBefore??null;a._$litPart$=i=new Tt(t.insertBefore(qt(),o),o,void 0,n??{})}return i._$AI(e),i};var it={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},le=e=>(...t)=>({_$litDirective$:e,values:t}),Ot=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,n,a){this._$Ct=t,this._$AM=n,this._$Ci=a}_$AS(t,n){return this.update(t,n)}update(t,n){return this.render(...n)}};var{I:fa}=ks,xs=e=>e;var Es=e=>e.strings===void 0,As=()=>document.createComment(""),Ct=(e,t,n)=>{let a=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0){let o=a.insertBefore(As(),i),r=a.insertBefore(As(),i);n=new fa(o,r,e,e.options)}else{let o=n._$AB.nextSibling,r=n._$AM,d=r!==e;if(d){let c;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(c=e._$AU)!==r._$AU&&n._$AP(c)}if(o!==i||d){let c=n._$AA;for(;c!==o;){let u=xs(c).nextSibling;xs(a).insertBefore(c,i),c=u}}}return n},ct=(e,t,n=e)=>(e._$AI(t,n),e),_a={},ce=(e,t=_a)=>e._$AH=t,Ss=e=>e._$AH,de=e=>{e._$AR(),e._$AA.remove()};var Ms=(e,t,n)=>{let a=new Map;for(let i=t;i<=n;i++)a.set(e[i],i);return a},$a=le(class extends Ot{constructor(e){if(super(e),e.type!==it.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,n){let a;n===void 0?n=t:t!==void 0&&(a=t);let i=[],o=[],r=0;for(let d of e)i[r]=a?a(d,r):r,o[r]=n(d,r),r++;return{values:o,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,a]){let i=Ss(e),{values:o,keys:r}=this.dt(t,n,a);if(!Array.isArray(i))return this.ut=r,o;let d=this.ut??=[],c=[],u,p,$=0,h=i.length-1,m=0,y=o.length-1;for(;$<=h&&m<=y;)if(i[$]===null)$++;else if(i[h]===null)h--;else if(d[$]===r[m])c[m]=ct(i[$],o[m]),$++,m++;else if(d[h]===r[y])c[y]=ct(i[h],o[y]),h--,y--;else if(d[$]===r[y])c[y]=ct(i[$],o[y]),Ct(e,c[y+1],i[$]),$++,y--;else if(d[h]===r[m])c[m]=ct(i[h],o[m]),Ct(e,i[$],i[h]),h--,m++;else if(u===void 0&&(u=Ms(r,m,y),p=Ms(d,$,h)),u.has(d[$]))if(u.has(d[h])){let g=p.get(r[m]),_=g!==void 0?i[g]:null;if(_===null){let b=Ct(e,i[$]);ct(b,o[m]),c[m]=b}else c[m]=ct(_,o[m]),Ct(e,i[$],_),i[g]=null;m++}else de(i[h]),h--;else de(i[$]),$++;for(;m<=y;){let g=Ct(e,c[y+1]);ct(g,o[m]),c[m++]=g}for(;$<=h;){let g=i[$++];g!==null&&de(g)}return this.ut=r,ce(e,c),K}});var M=le(class extends Ot{constructor(e){if(super(e),e.type!==it.PROPERTY&&e.type!==it.ATTRIBUTE&&e.type!==it.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Es(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===K||t===f)return t;let n=e.element,a=e.name;if(e.type===it.PROPERTY){if(t===n[a])return K}else if(e.type===it.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(a))return K}else if(e.type===it.ATTRIBUTE&&n.getAttribute(a)===t+"")return K;return ce(e),t}});var ba=Symbol.for("preact-signals");function Ue(){if(kt>1){kt--;return}let e,t=!1;for((function(){let n=ue;for(ue=void 0;n!==void 0;){let a=n.S;if(a.v===n.v)for(let i=a.t;i!==void 0;i=i.x)i.i===n.i&&(i.i=a.i);n=n.o}})();Gt!==void 0;){let n=Gt;for(Gt=void 0,pe++;n!==void 0;){let a=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Cs(n))try{n.c()}catch(i){t||(e=i,t=!0)}n=a}}if(pe=0,kt--,t)throw e}var L,Ft,Gt;function J(e){let t=L,n=Ft;L=void 0,Ft=void 0;try{return e()}finally{L=t,Ft=n}}var ue,kt=0,pe=0;var Ts=0,me=0;function Os(e){if(L===void 0)return;let t=e.n;if(t===void 0||t.t!==L)return t={i:0,S:e,p:L.s,n:void 0,t:L,e:void 0,x:void 0,r:t},L.s!==void 0&&(L.s.n=t),L.s=t,e.n=t,32&L.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=L.s,t.n=void 0,L.s.n=t,L.s=t),t}function F(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}F.prototype.brand=ba;F.prototype.h=function(){return!0};F.prototype.S=function(e){let t=this.t;t!==e&&e.e===void 0&&(e.x=t,this.t=e,t!==void 0?t.e=e:J(()=>{var n;(n=this.W)==null||n.call(this)}))};F.prototype.U=function(e){if(this.t!==void 0){let t=e.e,n=e.x;t!==void 0&&(t.x=n,e.e=void 0),n!==void 0&&(n.e=t,e.x=void 0),e===this.t&&(this.t=n,n===void 0&&J(()=>{var a;(a=this.Z)==null||a.call(this)}))}};F.prototype.subscribe=function(e){return It(()=>{let t=this.value;J(()=>e(t))},{name:"sub"})};F.prototype.valueOf=function(){return this.value};F.prototype.toString=function(){return this.value+""};F.prototype.toJSON=function(){return this.value};F.prototype.peek=function(){return J(()=>this.value)};Object.defineProperty(F.prototype,"value",{get(){let e=Os(this);return e!==void 0&&(e.i=this.i),this.v},set(e){if(e!==this.v){if(pe>100)throw new Error("Cycle detected");(function(t){kt!==0&&pe===0&&t.l!==Ts&&(t.l=Ts,ue={S:t,v:t.v,i:t.i,o:ue})})(this),this.v=e,this.i++,me++,kt++;try{for(let t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Ue()}}}});function B(e,t){return new F(e,t)}function Cs(e){for(let t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Ps(e){for(let t=e.s;t!==void 0;t=t.n){let n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Is(e){let t,n=e.s;for(;n!==void 0;){let a=n.p;n.i===-1?(n.S.U(n),a!==void 0&&(a.n=n.n),n.n!==void 0&&(n.n.p=a)):t=n,n.S.n=n.r,n.r!==void 0&&(n.r=void 0),n=a}e.s=t}function xt(e,t){F.call(this,void 0,t),this.x=e,this.s=void 0,this.g=me-1,this.f=4}xt.prototype=new F;xt.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===me))return!0;if(this.g=me,this.f|=1,this.i>0&&!Cs(this))return this.f&=-2,!0;let e=L;try{Ps(this),L=this;let t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(t){this.v=t,this.f|=16,this.i++}return L=e,Is(this),this.f&=-2,!0};xt.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(let t=this.s;t!==void 0;t=t.n)t.S.S(t)}F.prototype.S.call(this,e)};xt.prototype.U=function(e){if(this.t!==void 0&&(F.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(let t=this.s;t!==void 0;t=t.n)t.S.U(t)}};xt.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(let e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(xt.prototype,"value",{get(){if(1&this.f)throw new Error("Cycle detected");let e=Os(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function qe(e,t){return new xt(e,t)}function Ds(e){let t=e.j;if(e.j=void 0,typeof t=="function"){kt++;let n=L;L=void 0;try{t()}catch(a){throw e.f&=-2,e.f|=8,Be(e),a}finally{L=n,Ue()}}}function Be(e){for(let t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Ds(e)}function ya(e){if(L!==this)throw new Error("Out-of-order effect");Is(this),L=e,this.f&=-2;try{8&this.f&&Be(this)}finally{Ue()}}function Pt(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,Ft&&Ft.push(this)}Pt.prototype.c=function(){let e=this.S();try{if(8&this.f||this.x===void 0)return;let t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Pt.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Ds(this),Ps(this),kt++;let e=L;return L=this,ya.bind(this,e)};Pt.prototype.N=function(){2&this.f||(this.f|=2,this.u=Gt,Gt=this)};Pt.prototype.d=function(){this.f|=8,1&this.f||Be(this)};Pt.prototype.dispose=function(){this.d()};function It(e,t){let n=new Pt(e,t);try{n.c()}catch(i){throw n.d(),i}let a=n.d.bind(n);return a[Symbol.dispose]=a,a}function ze(e,t,n){if(!(e instanceof HTMLElement))throw new Error("nowhere to render");It(()=>{let a=t();J(()=>n?.before?.()),Z(a,e),J(()=>n?.after?.())})}var ge={};for(let e of document.querySelectorAll('meta[name^="texts-"]')){let t=e.name.slice(6),n=JSON.parse(e.content);for(let[a,i]of Object.entries(n))ge[`${t}.${a}`]=i}var I=document.documentElement.lang||"zh-CN",va=new Intl.PluralRules(I),Fe=e=>e in ge;function s(e,t){let n=ge[e]??e;return t?n.replace(/\{(\w+)\}/g,(a,i)=>String(t[i]??a)):n}function U(e,t,n){let a=`${e}.${va.select(t)}`;return s(a in ge?a:`${e}.other`,{count:t,...n})}function Ns(){try{return localStorage.getItem("servicedesk.probe"),localStorage}catch{return null}}var wa="(max-width: 1100px)",ka="(max-width: 720px)",xa=15e3;function Ls(e){let t=r=>{let d=matchMedia(r),c=B(d.matches);return d.addEventListener("change",()=>c.value=d.matches),c},n=B(e?.getItem("servicedesk.details")!=="closed"),a=B(!1),i=B(Date.now());setInterval(()=>i.value=Date.now(),xa),It(()=>{try{e?.setItem("servicedesk.details",n.value?"open":"closed")}catch{}});let o=t(wa);return{narrow:o,phone:t(ka),now:i,details:{get open(){return o.value?a.value:n.value},set(r){o.value?a.value=r:n.value=r},toggle(){this.set(!this.open)}},tab:B("reply"),dialog:B(null),theme:B(document.documentElement.dataset.theme??"auto")}}var Aa={inbox:v`<polyline points="22 12 16 12 14 15 10 15 8 12 2 12"/><path d="M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/>`,user:v`<path d="M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2"/><circle cx="12" cy="7" r="4"/>`,check:v`<path d="M20 6 9 17l-5-5"/>`,"check-check":v`<path d="M18 6 7 17l-5-5"/><path d="m22 10-7.5 7.5L13 16"/>`,clock:v`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,"badge-check":v`<path d="M3.85 8.62a4 4 0 0 1 4.78-4.77 4 4 0 0 1 6.74 0 4 4 0 0 1 4.78 4.78 4 4 0 0 1 0 6.74 4 4 0 0 1-4.77 4.78 4 4 0 0 1-6.75 0 4 4 0 0 1-4.78-4.77 4 4 0 0 1 0-6.76Z"/><path d="m16 9-5.5 5.5L8 12"/>`,globe:v`<circle cx="12" cy="12" r="10"/><path d="M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20"/><path d="M2 12h20"/>`,"code-xml":v`<path d="m18 16 4-4-4-4"/><path d="m6 8-4 4 4 4"/><path d="m14.5 4-5 16"/>`,"chevron-down":v`<path d="m6 9 6 6 6-6"/>`,"chevron-left":v`<path d="m15 18-6-6 6-6"/>`,"chevron-right":v`<path d="m9 18 6-6-6-6"/>`,"arrow-up":v`<path d="m5 12 7-7 7 7"/><path d="M12 19V5"/>`,"arrow-down":v`<path d="M12 5v14"/><path d="m19 12-7 7-7-7"/>`,x:v`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,lock:v`<rect width="18" height="11" x="3" y="11" rx="2" ry="2"/><path d="M7 11V7a5 5 0 0 1 10 0v4"/>`,"panel-right":v`<rect width="18" height="18" x="3" y="3" rx="2"/><path d="M15 3v18"/>`,info:v`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,mail:v`<path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7"/><rect x="2" y="4" width="20" height="16" rx="2"/>`,phone:v`<path d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"/>`,"id-card":v`<path d="M13 19a4 4 0 00-8 0"/><path d="M16 10h2"/><path d="M16 14h2"/><circle cx="9" cy="12" r="3"/><rect x="2" y="5" width="20" height="14" rx="2"/>`,languages:v`<path d="m5 8 6 6"/><path d="m4 14 6-6 2-3"/><path d="M2 5h12"/><path d="M7 2h1"/><path d="m22 22-5-10-5 10"/><path d="M14 18h6"/>`,"message-circle":v`<path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719"/>`,"circle-alert":v`<circle cx="12" cy="12" r="10"/><line x1="12" x2="12" y1="8" y2="12"/><line x1="12" x2="12.01" y1="16" y2="16"/>`,"pencil-line":v`<path d="M13 21h8"/><path d="m15 5 4 4"/><path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/>`,keyboard:v`<path d="M10 8h.01"/><path d="M12 12h.01"/><path d="M14 8h.01"/><path d="M16 12h.01"/><path d="M18 8h.01"/><path d="M6 8h.01"/><path d="M7 16h10"/><path d="M8 12h.01"/><rect width="20" height="16" x="2" y="4" rx="2"/>`,"log-out":v`<path d="m16 17 5-5-5-5"/><path d="M21 12H9"/><path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4"/>`,power:v`<path d="M12 2v10"/><path d="M18.4 6.6a9 9 0 1 1-12.77.04"/>`,"book-open":v`<path d="M12 5v16"/><path d="M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z"/>`,sun:v`<circle cx="12" cy="12" r="4"/><path d="M12 2v2"/><path d="M12 20v2"/><path d="m4.93 4.93 1.41 1.41"/><path d="m17.66 17.66 1.41 1.41"/><path d="M2 12h2"/><path d="M20 12h2"/><path d="m6.34 17.66-1.41 1.41"/><path d="m19.07 4.93-1.41 1.41"/>`,moon:v`<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/>`,"sun-moon":v`<path d="M12 2v2"/><path d="M14.837 16.385a6 6 0 1 1-7.223-7.222c.624-.147.97.66.715 1.248a4 4 0 0 0 5.26 5.259c.589-.255 1.396.09 1.248.715"/><path d="M16 12a4 4 0 0 0-4-4"/><path d="m19 5-1.256 1.256"/><path d="M20 12h2"/>`,store:v`<path d="M15 21v-5a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v5"/><path d="M17.774 10.31a1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.451 0 1.12 1.12 0 0 0-1.548 0 2.5 2.5 0 0 1-3.452 0 1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.77-3.248l2.889-4.184A2 2 0 0 1 7 2h10a2 2 0 0 1 1.653.873l2.895 4.192a2.5 2.5 0 0 1-3.774 3.244"/><path d="M4 10.95V19a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8.05"/>`,copy:v`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`,"wifi-off":v`<path d="M12 20h.01"/><path d="M8.5 16.429a5 5 0 0 1 7 0"/><path d="M5 12.859a10 10 0 0 1 5.17-2.69"/><path d="M19 12.859a10 10 0 0 0-2.007-1.523"/><path d="M2 8.82a15 15 0 0 1 4.177-2.643"/><path d="M22 8.82a15 15 0 0 0-11.288-3.764"/><path d="m2 2 20 20"/>`,"cloud-off":v`<path d="M10.94 5.274A7 7 0 0 1 15.71 10h1.79a4.5 4.5 0 0 1 4.222 6.057"/><path d="M18.796 18.81A4.5 4.5 0 0 1 17.5 19H9A7 7 0 0 1 5.79 5.78"/><path d="m2 2 20 20"/>`,circle:v`<circle cx="12" cy="12" r="10"/>`,"circle-check":v`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,"rotate-ccw":v`<path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8"/><path d="M3 3v5h5"/>`,"user-plus":v`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><circle cx="9" cy="7" r="4"/><line x1="19" x2="19" y1="8" y2="14"/><line x1="22" x2="16" y1="11" y2="11"/>`,"monitor-smartphone":v`<path d="M18 8V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h8"/><path d="M10 19v-3.96 3.15"/><path d="M7 19h5"/><rect width="6" height="10" x="16" y="12" rx="2"/>`,star:v`<path d="M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z"/>`,"undo-2":v`<path d="M9 14 4 9l5-5"/><path d="M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11"/>`,"alarm-clock":v`<circle cx="12" cy="13" r="8"/><path d="M12 9v4l2 2"/><path d="M5 3 2 6"/><path d="m22 6-3-3"/><path d="M6.38 18.7 4 21"/><path d="M17.64 18.67 20 21"/>`,users:v`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,settings:v`<path d="M9.671 4.136a2.34 2.34 0 0 1 4.659 0 2.34 2.34 0 0 0 3.319 1.915 2.34 2.34 0 0 1 2.33 4.033 2.34 2.34 0 0 0 0 3.831 2.34 2.34 0 0 1-2.33 4.033 2.34 2.34 0 0 0-3.319 1.915 2.34 2.34 0 0 1-4.659 0 2.34 2.34 0 0 0-3.32-1.915 2.34 2.34 0 0 1-2.33-4.033 2.34 2.34 0 0 0 0-3.831A2.34 2.34 0 0 1 6.35 6.051a2.34 2.34 0 0 0 3.319-1.915"/><circle cx="12" cy="12" r="3"/>`,"trash-2":v`<path d="M10 11v6"/><path d="M14 11v6"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M3 6h18"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`,search:v`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,bell:v`<path d="M10.268 21a2 2 0 0 0 3.464 0"/><path d="M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326"/>`,play:v`<path d="M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z"/>`,pause:v`<rect x="14" y="3" width="5" height="18" rx="1"/><rect x="5" y="3" width="5" height="18" rx="1"/>`,paperclip:v`<path d="m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551"/>`,file:v`<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"/><path d="M14 2v5a1 1 0 0 0 1 1h5"/>`,"audio-lines":v`<path d="M2 10v3"/><path d="M6 6v11"/><path d="M10 3v18"/><path d="M14 8v7"/><path d="M18 5v13"/><path d="M22 10v3"/>`,download:v`<path d="M12 15V3"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><path d="m7 10 5 5 5-5"/>`,mic:v`<path d="M12 19v3"/><path d="M19 10v2a7 7 0 0 1-14 0v-2"/><rect x="9" y="2" width="6" height="13" rx="3"/>`,"volume-2":v`<path d="M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298z"/><path d="M16 9a5 5 0 0 1 0 6"/><path d="M19.364 18.364a9 9 0 0 0 0-12.728"/>`,"arrow-right":v`<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>`,"arrow-up-down":v`<path d="m21 16-4 4-4-4"/><path d="M17 20V4"/><path d="m3 8 4-4 4 4"/><path d="M7 4v16"/>`,"list-filter":v`<path d="M2 5h20"/><path d="M6 12h12"/><path d="M9 19h6"/>`,smile:v`<circle cx="12" cy="12" r="10"/><path d="M8 14s1.5 2 4 2 4-2 4-2"/><line x1="9" x2="9.01" y1="9" y2="9"/><line x1="15" x2="15.01" y1="9" y2="9"/>`,"square-slash":v`<rect width="18" height="18" x="3" y="3" rx="2"/><line x1="9" x2="15" y1="15" y2="9"/>`,bold:v`<path d="M6 12h9a4 4 0 0 1 0 8H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h7a4 4 0 0 1 0 8"/>`,list:v`<path d="M3 5h.01"/><path d="M3 12h.01"/><path d="M3 19h.01"/><path d="M8 5h13"/><path d="M8 12h13"/><path d="M8 19h13"/>`,link:v`<path d="M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71"/><path d="M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71"/>`,plus:v`<path d="M5 12h14"/><path d="M12 5v14"/>`,tag:v`<path d="M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.42 0l6.58-6.58a2.426 2.426 0 0 0 0-3.42z"/><circle cx="7.5" cy="7.5" r=".5" fill="currentColor"/>`,"at-sign":v`<circle cx="12" cy="12" r="4"/><path d="M16 8v5a3 3 0 0 0 6 0v-1a10 10 0 1 0-4 8"/>`,"map-pin":v`<path d="M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0"/><circle cx="12" cy="10" r="3"/>`,"list-checks":v`<path d="M13 5h8"/><path d="M13 12h8"/><path d="M13 19h8"/><path d="m3 17 2 2 4-4"/><path d="m3 7 2 2 4-4"/>`},R=(e,t=16)=>l`<svg class="icon" viewBox="0 0 24 24" width=${t} height=${t} aria-hidden="true">${Aa[e]}</svg>`;var Ea=/[\u3400-\u9fff\uf900-\ufaff]/;function Ge(e){let t=e.trim().split(/\s+/),n=t.at(-1);if(Ea.test(n))return[...n].at(-1)??"";let a=[...t[0]][0]??"";return(t.length>1?a+([...n][0]??""):a).toUpperCase()}var Ma=6;function Ta(e){let t=0;for(let n of e)t=t*31+n.codePointAt(0)>>>0;return t%Ma+1}var dt=(e,t="")=>e.picture?l`<img class="avatar ${t}" src="/p/${e.picture}" alt="" width="36" height="36" />`:l`<span class="avatar ${t} tint-${Ta(e.id)}" aria-hidden="true"
    >${t==="tiny"?[...Ge(e.name)][0]:Ge(e.name)}</span
  >`;var lr=l`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`;var ut=typeof navigator<"u"&&/Mac|iPhone|iPad/.test(navigator.platform),Oa={Enter:"↵",Escape:"Esc",ArrowUp:"↑",ArrowDown:"↓",ArrowLeft:"←",ArrowRight:"→"," ":"Space",Backspace:"⌫",Delete:"Del"},Ca=new Set(["Shift","Control","Alt","Meta","AltGraph","CapsLock","Fn","Dead","Process","Unidentified"]),Hs=/^\p{L}$/u;function he(e,t=ut){if(e.isComposing||e.keyCode===229||Ca.has(e.key))return null;let n=e.getModifierState?.("AltGraph")??!1,a=t?e.metaKey:e.ctrlKey&&!n;if(t?e.ctrlKey:e.metaKey)return null;let{key:o}=e,r=/^Key([A-Z])$/.exec(e.code??"");o.length===1&&o.charCodeAt(0)>127&&r&&(o=r[1]);let d=Hs.test(o),c=o.length>1||o===" ",u=[];return a&&u.push("mod"),e.altKey&&!n&&u.push("Alt"),e.shiftKey&&(d||c)&&u.push("Shift"),u.push(d?o.toLowerCase():o),u.join("+")}function At(e){let t=e.trim().split(/ +/).filter(Boolean);if(t.length===0||t.length>2)return null;let n=t.map(a=>{let i=a.split("+"),o=a.endsWith("+")?"+":i.at(-1),r=i.slice(0,a.endsWith("+")?-2:-1).map(p=>p.toLowerCase());if(!r.every(p=>["mod","alt","shift"].includes(p)))return null;let c=Hs.test(o)?o.toLowerCase():o.length>1?o[0].toUpperCase()+o.slice(1):o;return[...[["mod","mod"],["alt","Alt"],["shift","Shift"]].flatMap(([p,$])=>r.includes(p)?[$]:[]),c].join("+")});return n.every(Boolean)?n.join(" "):null}function pt(e,t=ut){return e?e.split(" ").flatMap(n=>(n==="+"?["+"]:n.split("+")).map(i=>i==="mod"?t?"⌘":"Ctrl":i==="Shift"?t?"⇧":"Shift":i==="Alt"?t?"⌥":"Alt":Oa[i]??(i.length===1?i.toUpperCase():i))):[]}var Rs=e=>pt(e).join(ut?"":" "),js=e=>e.startsWith("mod+")||e.startsWith("Alt+");var fe=[],Pa=0,Ia=0;var Da=()=>!!history.state?.layer&&!fe.some(e=>e.id===history.state.layer);function _e(e){let t=Pa+=1;return history[Da()?"replaceState":"pushState"]({...history.state,layer:t},""),fe.push({id:t,close:e}),()=>{let n=fe.findIndex(a=>a.id===t);n<0||(fe.splice(n,1),setTimeout(()=>{history.state?.layer===t&&(Ia+=1,history.back())}))}}var Us=6,W=null,Vt=null,Ve=null;function Na(e){let t=l`${e.mark?l`<span class="menu-mark">${e.mark}</span>`:f}<span class="menu-label"
      >${e.label}</span
    >${e.hint?l`<span class="menu-hint">${e.hint}</span>`:f}${e.checked?l`<span class="menu-check">${R("check")}</span>`:f}`;if(e.href)return l`<a class="menu-item" role="menuitem" tabindex="-1" href=${e.href} target="_blank" rel="noopener">${t}</a>`;let n=()=>{$e(),e.run?.()};return e.checked===void 0?l`<button class="menu-item" role="menuitem" tabindex="-1" @click=${n}>${t}</button>`:l`<button class="menu-item" role="menuitemradio" aria-checked=${e.checked} tabindex="-1" @click=${n}>
        ${t}
      </button>`}function La(e){let t=[...W?.querySelectorAll(".menu-item")??[]],n=t.indexOf(document.activeElement),a={ArrowDown:n+1,ArrowUp:n-1,Home:0,End:t.length-1}[e.key];if(e.key==="Tab")return $e();a!==void 0&&(e.preventDefault(),t[(a+t.length)%t.length]?.focus())}function Ha(e,t,n){let{width:a,height:i}=e.getBoundingClientRect(),o=Math.max(8,Math.min(t.left,innerWidth-a-8)),r=t.bottom+Us,d=n||r+i>innerHeight-8?Math.max(8,t.top-Us-i):r;e.style.setProperty("left",`${o}px`),e.style.setProperty("top",`${d}px`)}function $e(){W?.matches(":popover-open")&&W.hidePopover()}function qs(e,t,n,a={}){if(W?.matches(":popover-open")){let r=Vt===e;if($e(),r)return}W||(W=document.createElement("div"),W.className="menu",W.popover="auto",W.addEventListener("keydown",La),W.addEventListener("toggle",r=>{r.newState==="closed"&&(Ve?.(),Ve=null,Vt?.setAttribute("aria-expanded","false"),(document.activeElement===document.body||W?.contains(document.activeElement))&&Vt?.focus(),Vt=null)}),(document.querySelector("main")??document.body).append(W));let i=W;Vt=e,Z(l`${a.head??f}
      <div role="menu" aria-label=${t}>
        ${n.filter(r=>r.items.length>0).map(r=>l`<div class="menu-group" role="group" aria-label=${r.label??t}>
              ${r.label?l`<div class="menu-head" aria-hidden="true">${r.label}</div>`:f}
              ${r.items.map(Na)}
            </div>`)}
      </div>`,i),e.setAttribute("aria-expanded","true"),i.showPopover(),matchMedia("(max-width: 720px)").matches&&(Ve=_e($e)),Ha(i,e.getBoundingClientRect(),a.above??!1),(i.querySelector('[aria-checked="true"]')??i.querySelector(".menu-item"))?.focus()}var Ra=["online","away","offline"],ja=["auto","light","dark"],Ua={auto:"sun-moon",light:"sun",dark:"moon"},qa=[{id:"zh-CN",label:"中文"},{id:"en",label:"English"}];function Bs(e,t,n,a="inbox"){let i=()=>l`<div class="me-head">
      ${dt(e.agent)}
      <div><strong>${e.agent.name}</strong><span>${e.agent.email}</span></div>
    </div>`,o=r=>qs(r.currentTarget,s("agent.menu"),[{label:s("agent.state"),items:Ra.map(d=>({label:s(`agent.state_${d}`),mark:l`<i class="presence ${d==="online"?"on":d}"></i>`,checked:e.agent.availability===d,run:()=>n.availability(d)}))},{label:s("agent.language"),items:qa.map(({id:d,label:c})=>({label:c,checked:I===d,run:()=>n.language(d)}))},{label:s("agent.theme"),items:ja.map(d=>({label:s(`agent.theme_${d}`),mark:R(Ua[d]),checked:t.theme.value===d,run:()=>n.theme(d)}))},{items:[...t.phone.value?[]:[{label:s("agent.keys"),hint:"?",mark:R("keyboard"),run:()=>t.dialog.value="keys"},{label:s("agent.docs"),mark:R("book-open"),href:"/docs"}]]},{items:[{label:s("agent.sign_out"),mark:R("log-out"),run:()=>n.signOut(!1)},{label:s("agent.sign_out_everywhere"),mark:R("power"),run:()=>n.signOut(!0)}]}],{above:!0,head:i()});return()=>{e.ticks.frame.value;let r=e.book.counts?.waiting??0,d=e.book.counts?.mentions??0,c=e.book.counts?.mentions_unread??0,u=e.agent.availability,p=document.querySelector('meta[name="assets"]')?.getAttribute("content")??"";return l`<img class="rail-logo" src="${p}/img/logo.svg" width="36" height="36" alt="" />
      <a class="rail-item" href="/inbox" aria-current=${a==="inbox"?"page":f}>
        <span class="rail-icon"
          >${R("inbox",t.phone.value?24:20)}${r?l`<span class="badge" aria-hidden="true">${r>99?"99+":r}</span>`:f}</span
        >
        <span>${s("inbox.title")}</span>
        ${r?l`<span class="hidden">${U("inbox.waiting_count",r)}</span>`:f}
      </a>
      ${d||c?l`<a
            class="rail-item"
            href="/inbox?view=mentions"
            @click=${$=>{!n.mentions||$.ctrlKey||$.metaKey||$.shiftKey||($.preventDefault(),n.mentions())}}
          >
            <span class="rail-icon"
              >${R("at-sign",t.phone.value?24:20)}${c?l`<span class="badge" aria-hidden="true">${c>99?"99+":c}</span>`:f}</span
            >
            <span>${s("inbox.view_mentions")}</span>
            ${c?l`<span class="hidden">${U("inbox.mentions_unread",c)}</span>`:f}
          </a>`:f}
      <button
        class="rail-item rail-find"
        aria-haspopup="dialog"
        aria-keyshortcuts=${ut?"Meta+K":"Control+K"}
        title=${`${s("palette.title")} · ${Rs("mod+k")}`}
        @click=${n.palette}
      >
        <span class="rail-icon">${R("search",t.phone.value?24:20)}</span><span>${s("palette.find")}</span>
      </button>
      <a class="rail-item" href="/settings" aria-current=${a==="settings"?"page":f}>
        <span class="rail-icon">${R("settings",t.phone.value?24:20)}</span>
        <span>${s("settings.title")}</span>
      </a>
      <button
        class="rail-me"
        aria-haspopup="menu"
        aria-expanded="false"
        @click=${o}
      >
        <span class="me-face">${dt(e.agent)}<i class="presence ${u==="online"?"on":u}"></i></span>
        <span class="hidden">${s("agent.menu_of",{name:e.agent.name,state:s(`agent.state_${u}`)})}</span>
        <span class="only-phone" aria-hidden="true">${s("common.me")}</span>
      </button>`}}var zs=new Set([...[..."acvxwtnqrpfo"].map(e=>`mod+${e}`),"Tab","Shift+Tab","Escape"," ","ArrowUp","ArrowDown","ArrowLeft","ArrowRight","Home","End","PageUp","PageDown"]),ye=new Set(["back","open","send","undo_send"]),be="none";function Et(e,t={}){let n=new Map,a=new Map,i=Object.entries(t).filter(([r])=>r in e&&!ye.has(r));for(let[r,d]of i){let c=d===be?"":At(d);c===null||c&&n.has(c)||(c&&n.set(c,r),a.set(r,c))}for(let[r,{key:d}]of Object.entries(e)){let c=d&&At(d);a.has(r)||!c||n.has(c)||(n.set(c,r),a.set(r,c))}let o=new Set([...n.keys()].filter(r=>r.includes(" ")).map(r=>r.split(" ")[0]));return{keyOf:r=>a.get(r)??"",actionOf:r=>n.get(r)??null,opens:r=>o.has(r),against(r,d){let c=At(d);if(!c)return{problem:"malformed"};if(zs.has(c)||zs.has(c.split(" ")[0]))return{problem:"reserved"};let u=n.get(c);return u&&u!==r?ye.has(u)?{problem:"reserved"}:{problem:"taken",by:u}:o.has(c)||c.includes(" ")&&n.has(c.split(" ")[0])?{problem:"pair"}:null},keyless:()=>Object.keys(e).filter(r=>e[r].key&&!a.get(r))}}function ve(e,t,n,a){let i={...t},o=a===null?At(e[n].key):At(a)||"";a===null?delete i[n]:i[n]=o||be;let r=Et(e,t),d=o?r.actionOf(o):null;return d&&d!==n&&(i[d]=be),Object.fromEntries(Object.entries(i).filter(([c,u])=>c in e&&u!==(At(e[c].key)??be)))}var Ba=1500,za=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName));function Fs({keymap:e,actions:t,waiting:n}){let a=null,i=null,o=()=>{a!==null&&(clearTimeout(i),a=null,n?.(null))};addEventListener("keydown",r=>{if(r.defaultPrevented||r.repeat&&a)return;let d=he(r);if(!d)return;if(document.querySelector("dialog[open], .menu:popover-open"))return o();let c=e(),u=!za(r.target),p=a===null?null:`${a} ${d}`,$=a!==null;if(o(),!$&&u&&c.opens(d)){a=d,i=setTimeout(o,Ba),n?.(d),r.preventDefault();return}let h=(p&&c.actionOf(p))??c.actionOf(d),m=h?t[h]:null;!m||!u&&!js(d)&&!m.field||m.when?.()===!1||(r.preventDefault(),m.run())})}var Ke=(e,t)=>t===0||/[\s·.,/\-_:：，（(「]/.test(e[t-1]);function Fa(e,t){let n=-1;for(let a=t.indexOf(e);a>=0;a=t.indexOf(e,a+1))if(n<0&&(n=a),Ke(t,a)){n=a;break}if(n>=0)return{score:(n===0?e.length===t.length?100:60:Ke(t,n)?40:20)-n/100,spans:[[n,n+e.length]]};if(e.length<2)return null;for(let a=t.indexOf(e[0]);a>=0;a=t.indexOf(e[0],a+1)){let i=[[a,a+1]],o=a;for(let r of e.slice(1)){let d=t.indexOf(r,o+1);if(!(d>=0&&(d-o<=4||Ke(t,d)))){i.length=0;break}let u=i[i.length-1];d===u[1]?u[1]+=1:i.push([d,d+1]),o=d}if(i.length)return{score:5-i.length/10,spans:i}}return null}function Gs(e,t,n=""){let a=e.toLowerCase().split(/\s+/).filter(Boolean),i=t.toLowerCase(),o=n.toLowerCase(),r=0,d=[];for(let c of a){let u=Fa(c,i);if(u)r+=u.score,d.push(...u.spans);else if(o.includes(c))r+=1;else return null}return{score:r,spans:Ga(d)}}function Ga(e){let t=[];for(let[n,a]of e.sort((i,o)=>i[0]-o[0])){let i=t[t.length-1];i&&n<=i[1]?i[1]=Math.max(i[1],a):t.push([n,a])}return t}function Vs(e,t){let n=[],a=0;for(let[i,o]of t)i>a&&n.push({text:e.slice(a,i),hit:!1}),n.push({text:e.slice(i,o),hit:!0}),a=o;return a<e.length&&n.push({text:e.slice(a),hit:!1}),n}var Va=["selection","conversation","assign","view","recent","settings","desk"],Ka=8,Ks=10;function Ws(e,t){let n=t.trim(),a=[];for(let r of e){if(!n){r.asked||a.push({entry:r,spans:[],score:0});continue}let d=Gs(n,r.label,`${r.hint??""} ${r.more??""}`);d&&a.push({entry:r,...d})}let i=a.filter(r=>r.score>=Ks||r.spans.length===0);i.some(r=>r.score>=Ks)&&(a=i);let o=Va.map(r=>({name:r,hits:a.filter(d=>d.entry.group===r).sort((d,c)=>c.score-d.score).slice(0,Ka).map(({entry:d,spans:c})=>({entry:d,spans:c}))})).filter(r=>r.hits.length>0);return{groups:o,flat:o.flatMap(r=>r.hits)}}var Ys=(e,t,n)=>n===0?0:(e+t+n)%n;var Wa=e=>e?l`<span class="palette-keys">${pt(e).map(t=>l`<kbd>${t}</kbd>`)}</span>`:f;function Xs({entries:e,subject:t,next:n,phone:a}){let i=B(!1),o=B(""),r=B(0),d=B([]),c=qe(()=>Ws(d.value,o.value)),u=null,p=()=>document.getElementById("palette"),$=()=>p()?.close(),h=()=>{i.value=!1,u?.(),u=null},m=()=>{if(i.peek())return $();d.value=e(),o.value="",r.value=0,i.value=!0,a()&&(u=_e($))},y=(w,S)=>{$(),w.run(),S&&w.next&&n()},g=w=>{r.value=Ys(r.value,w,c.value.flat.length),document.getElementById(`palette-${r.value}`)?.scrollIntoView({block:"nearest"})},_=w=>{if(w.isComposing||w.keyCode===229)return;let S={ArrowDown:1,ArrowUp:-1,PageDown:5,PageUp:-5}[w.key];if(S!==void 0)g(S);else if(w.key==="Enter"){let E=c.value.flat[r.value];E&&y(E.entry,w.metaKey||w.ctrlKey)}else if(w.key.toLowerCase()==="k"&&(ut?w.metaKey:w.ctrlKey))$();else return;w.preventDefault()},b=({entry:w,spans:S},E)=>{let C=E===r.value;return l`<div
      class="palette-item ${C?"active":""}"
      id="palette-${E}"
      role="option"
      aria-selected=${C}
      @click=${D=>y(w,D.metaKey||D.ctrlKey)}
      @pointermove=${()=>r.peek()!==E&&(r.value=E)}
    >
      <span class="palette-mark">${w.mark??f}</span>
      <span class="palette-label"
        ><span>${Vs(w.label,S).map(D=>D.hit?l`<b>${D.text}</b>`:D.text)}</span
        >${w.hint?l` <span class="palette-hint">${w.hint}</span>`:f}</span
      >
      ${w.current?l`<span class="palette-now">${R("check")}<span class="hidden">${s("palette.current")}</span></span>`:f}
      ${Wa(w.key??"")}
    </div>`},k=()=>{let w=0;return c.value.groups.map(S=>l`<div role="group" aria-labelledby="palette-head-${S.name}">
        <div class="palette-head" id="palette-head-${S.name}">
          ${s(`palette.group_${S.name}`,{subject:J(t)??""})}
        </div>
        ${S.hits.map(E=>b(E,w++))}
      </div>`)};return{open:m,close:$,view:()=>{if(!i.value)return f;let{flat:w}=c.value,S=J(t);return l`<dialog
        class="palette"
        id="palette"
        aria-label=${s("palette.title")}
        @close=${h}
        @click=${E=>E.target===E.currentTarget&&$()}
      >
        <div class="palette-field">
          ${S?l`<span class="palette-chip">${S}</span>`:l`<span class="palette-lens">${R("search",18)}</span>`}
          <input
            id="palette-query"
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-autocomplete="list"
            aria-activedescendant=${w.length?`palette-${r.value}`:f}
            aria-label=${S?s("palette.label_about",{subject:S}):s("palette.label")}
            placeholder=${s("palette.placeholder")}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="go"
            @input=${E=>{o.value=E.target.value,r.value=0,document.getElementById("palette-list")?.scrollTo(0,0)}}
            @keydown=${_}
          />
          <button class="palette-esc" type="button" aria-label=${s("palette.close")} @click=${$}>
            <kbd class="no-phone">Esc</kbd><span class="only-phone">${R("x",20)}</span>
          </button>
        </div>
        <div class="palette-list" id="palette-list" role="listbox" aria-label=${s("palette.results")}>${k()}</div>
        ${w.length?f:l`<p class="palette-none">${s("palette.nothing",{query:o.value})}</p>`}
        <div class="palette-foot">
          <span class="no-phone" aria-hidden="true"
            ><span><kbd>↑</kbd><kbd>↓</kbd>${s("palette.key_move")}</span><span><kbd>↵</kbd>${s("palette.key_run")}</span
            ><span><kbd>${ut?"⌘↵":"Ctrl ↵"}</kbd>${s("palette.key_next")}</span></span
          >
          <span role="status">${U("palette.count",w.length)}</span>
        </div>
      </dialog>`},around:{after(){let w=p();!w||w.open||(w.showModal(),document.getElementById("palette-query")?.focus())}}}}var We=["mine","unassigned","open","waiting","snoozed","closed","mentions"];var Zs=[{id:"channels",label:"settings.group_channels"},{id:"answering",label:"settings.group_answering"},{id:"team",label:"settings.group_team"},{id:"me",label:"settings.group_me"}],Ya=[{id:"widget",group:"channels",label:"settings.widget",keywords:"settings.find_widget",manage:!0},{id:"hours",group:"answering",label:"settings.hours",keywords:"settings.find_hours",manage:!0},{id:"canned",group:"answering",label:"settings.canned",keywords:"settings.find_canned",manage:!1},{id:"labels",group:"answering",label:"settings.labels",keywords:"settings.find_labels",manage:!1},{id:"blocks",group:"answering",label:"settings.blocks",keywords:"settings.find_blocks",manage:!1},{id:"team",group:"team",label:"settings.team",keywords:"settings.find_team",manage:!0},{id:"shop",group:"team",label:"settings.shop",keywords:"settings.find_shop",manage:!0},{id:"data",group:"team",label:"settings.data",keywords:"settings.find_data",manage:!0},{id:"about",group:"team",label:"settings.about",keywords:"settings.find_about",manage:!1},{id:"profile",group:"me",label:"settings.profile",keywords:"settings.find_profile",manage:!1},{id:"notifications",group:"me",label:"settings.notifications",keywords:"settings.find_notifications",manage:!1},{id:"sessions",group:"me",label:"settings.sessions",keywords:"settings.find_sessions",manage:!1},{id:"tokens",group:"me",label:"settings.tokens",keywords:"settings.find_tokens",manage:!1}],we=e=>Ya.filter(t=>!t.manage||e!=="agent");var Ye=6e4,Xe=60*Ye,Ze=24*Xe,Xa=new Intl.DateTimeFormat(I,{hour:"2-digit",minute:"2-digit",hourCycle:"h23"}),Za=new Intl.DateTimeFormat(I,{weekday:"short"}),Zr=new Intl.DateTimeFormat(I,{weekday:"long"}),Ja=new Intl.DateTimeFormat(I,{day:"numeric",month:I==="zh-CN"?"long":"short"}),Qa=new Intl.DateTimeFormat(I,{day:"numeric",month:"short",year:"numeric"}),Jr=new Intl.DateTimeFormat(I,{month:I==="zh-CN"?"short":"long"}),Qr=new Intl.DateTimeFormat(I,{year:"numeric"}),ti=new Intl.DateTimeFormat(I,{dateStyle:"long",timeStyle:"medium",hourCycle:"h23"});function ei(e,t){let n=a=>new Date(a.getFullYear(),a.getMonth(),a.getDate()).getTime();return Math.round((n(new Date(t))-n(e))/Ze)}function mt(e,t){let n=Math.max(0,t-Date.parse(e));return n<Ye?s("common.now"):n<Xe?s("common.minutes",{count:Math.floor(n/Ye)}):n<Ze?s("common.hours",{count:Math.floor(n/Xe)}):s("common.days",{count:Math.floor(n/Ze)})}function Kt(e,t){let n=new Date(e),a=ei(n,t);return a<=0?Xa.format(n):a===1?s("common.yesterday"):a<7?Za.format(n):n.getFullYear()===new Date(t).getFullYear()?Ja.format(n):Qa.format(n)}var H=e=>ti.format(new Date(e));var Js=e=>we(e).map(t=>({id:`settings:${t.id}`,group:"settings",label:s("palette.settings_page",{name:s(t.label)}),more:`settings ${t.id} ${s(t.keywords)}`,mark:R("settings",18),asked:!0,run:()=>location.assign(`/settings/${t.id}`)}));var tn=({csrf:e,signedOut:t})=>async(n,a,i)=>{try{return await Ie(n,`/api/v1${a}`,i,e)}catch(o){throw o instanceof et&&o.status===401&&t(),o}},si=["image/png","image/jpeg","image/webp"],Qs=120*1024;async function ni(e,t){let n=await createImageBitmap(e),a=Math.min(1,t/Math.max(n.width,n.height));if(a===1&&e.size<=Qs&&si.includes(e.type))return e;let i=document.createElement("canvas");for(let o=a;;o*=.8){i.width=Math.max(1,Math.round(n.width*o)),i.height=Math.max(1,Math.round(n.height*o)),i.getContext("2d").drawImage(n,0,0,i.width,i.height);let r=await new Promise(d=>i.toBlob(d,"image/webp",.85));if(r&&(r.size<=Qs||o<.1))return r}}var en=({csrf:e,signedOut:t})=>async(n,a)=>{let i=await ni(n,a).catch(()=>{throw new et(400,{code:"invalid"},null)}),o;try{o=await fetch("/api/v1/pictures",{method:"POST",headers:{"x-csrf-token":e,"content-type":i.type||"application/octet-stream"},credentials:"same-origin",body:i})}catch{throw new et(0,null,null)}if(o.status===401&&t(),!o.ok)throw new et(o.status,null,null);return(await o.json()).picture};var ai={search:v`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,bubble:v`<path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719"/>`,out:v`<path d="M15 3h6v6"/><path d="M10 14 21 3"/><path d="M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"/>`,users:v`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,user:v`<path d="M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2"/><circle cx="12" cy="7" r="4"/>`,check:v`<path d="M20 6 9 17l-5-5"/>`,done:v`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,alert:v`<circle cx="12" cy="12" r="10"/><line x1="12" x2="12" y1="8" y2="12"/><line x1="12" x2="12.01" y1="16" y2="16"/>`,copy:v`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`,clock:v`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,quote:v`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/><path d="M7 11h10"/><path d="M7 15h6"/><path d="M7 7h8"/>`,tag:v`<path d="M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.42 0l6.58-6.58a2.426 2.426 0 0 0 0-3.42z"/><circle cx="7.5" cy="7.5" r=".5" fill="currentColor"/>`,store:v`<path d="M15 21v-5a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v5"/><path d="M17.774 10.31a1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.451 0 1.12 1.12 0 0 0-1.548 0 2.5 2.5 0 0 1-3.452 0 1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.77-3.248l2.889-4.184A2 2 0 0 1 7 2h10a2 2 0 0 1 1.653.873l2.895 4.192a2.5 2.5 0 0 1-3.774 3.244"/><path d="M4 10.95V19a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8.05"/>`,drive:v`<path d="M10 16h.01"/><path d="M2.212 11.577a2 2 0 0 0-.212.896V18a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-5.527a2 2 0 0 0-.212-.896L18.55 5.11A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/><path d="M21.946 12.013H2.054"/><path d="M6 16h.01"/>`,info:v`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,bell:v`<path d="M10.268 21a2 2 0 0 0 3.464 0"/><path d="M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326"/>`,monitor:v`<rect width="20" height="14" x="2" y="3" rx="2"/><path d="M8 21h8"/><path d="M12 17v4"/>`,smartphone:v`<rect width="14" height="20" x="5" y="2" rx="2" ry="2"/><path d="M12 18h.01"/>`,code:v`<path d="m18 16 4-4-4-4"/><path d="m6 8-4 4 4 4"/><path d="m14.5 4-5 16"/>`,plus:v`<path d="M5 12h14"/><path d="M12 5v14"/>`,lock:v`<rect width="18" height="11" x="3" y="11" rx="2" ry="2"/><path d="M7 11V7a5 5 0 0 1 10 0v4"/>`,x:v`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,trash:v`<path d="M10 11v6"/><path d="M14 11v6"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M3 6h18"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`,pencil:v`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,download:v`<path d="M12 15V3"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><path d="m7 10 5 5 5-5"/>`,up:v`<path d="m18 15-6-6-6 6"/>`,down:v`<path d="m6 9 6 6 6-6"/>`,sun:v`<circle cx="12" cy="12" r="4"/><path d="M12 2v2"/><path d="M12 20v2"/><path d="m4.93 4.93 1.41 1.41"/><path d="m17.66 17.66 1.41 1.41"/><path d="M2 12h2"/><path d="M20 12h2"/><path d="m6.34 17.66-1.41 1.41"/><path d="m19.07 4.93-1.41 1.41"/>`,moon:v`<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/>`,square:v`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/>`,headset:v`<path d="M3 11h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-5Zm0 0a9 9 0 1 1 18 0m0 0v5a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3Z"/><path d="M21 16v2a4 4 0 0 1-4 4h-5"/>`,leaf:v`<path d="M11 20A7 7 0 0 1 9.8 6.1C15.5 5 17 4.48 19 2c1 2 2 4.18 2 8 0 5.5-4.78 10-10 10Z"/><path d="M2 21c0-3 1.85-5.36 5.08-6C9.5 14.52 12 13 13 12"/>`,"chevron-left":v`<path d="m15 18-6-6 6-6"/>`,"chevron-right":v`<path d="m9 18 6-6-6-6"/>`},T=(e,t=16)=>l`<svg class="icon" viewBox="0 0 24 24" width=${t} height=${t} aria-hidden="true">${ai[e]}</svg>`;var ii=5e3,oi={widget:"bubble",hours:"clock",canned:"quote",labels:"tag",blocks:"lock",team:"users",shop:"store",data:"drive",about:"info",profile:"user",notifications:"bell",sessions:"monitor",tokens:"code"};function sn({me:e,asked:t,shown:n,schedule:a,phone:i}){let o=document.getElementById("settings"),r=null,d=null,c=null,u=null,p="",$=!1,h=!1,m=()=>{$||($=!0,a(()=>{$=!1,ma()}))},y=(x,O={})=>{clearTimeout(c),d={text:x,bad:O.bad??!1,action:O.action},c=setTimeout(()=>{d=null,m()},ii),m()},g=x=>{let P={0:"error.unreachable",403:"error.forbidden",404:"error.not_found",409:"error.conflict",429:"error.rate_limited",503:"error.unavailable",400:"error.invalid",422:"error.invalid"}[x?.status];y(P?s(P):s("error.unexpected"),{bad:!0})},_=x=>new Promise(O=>{u={...x,typed:"",answer:P=>{u=null,m(),O(P)}},m()}),b=()=>r?.form?r.form.changes.length:0,k=async()=>{if(!(!r?.form||b()===0))try{await r.form.save()?y(s("settings_frame.saved")):requestAnimationFrame(()=>o.querySelector('[aria-invalid="true"]')?.focus())}catch(x){g(x)}};o.addEventListener("click",x=>{let O=x.target.closest?.("[data-adds]"),P=O?.closest(".field-card, .day-ranges, section");O&&P&&a(()=>P.querySelector(O.dataset.adds??"")?.focus())}),o.addEventListener("click",async x=>{let O=x.target.closest?.("a[href]");!(O instanceof HTMLAnchorElement)||O.target||O.origin!==location.origin||b()===0||x.metaKey||x.ctrlKey||x.shiftKey||(x.preventDefault(),!await _({title:s("settings_frame.leave_title"),text:U("settings_frame.leave_text",b()),confirm:s("settings_frame.leave"),cancel:s("settings_frame.stay")}))||(h=!0,location.assign(O.href))}),addEventListener("beforeunload",x=>{!h&&b()>0&&x.preventDefault()});let w=/Mac|iPhone|iPad/.test(navigator.platform);addEventListener("keydown",x=>{x.isComposing||document.querySelector("dialog[open], .menu:popover-open")||((w?x.metaKey:x.ctrlKey)&&x.key.toLowerCase()==="s"?(x.preventDefault(),k()):x.key==="/"&&!(x.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(x.target.tagName))&&(x.preventDefault(),document.getElementById("settings-search")?.focus()))});let S=we(e.agent.role),E=()=>{let x=p.trim().toLowerCase().split(/\s+/).filter(Boolean);return S.filter(O=>{let P=`${s(O.label)} ${s(O.keywords)}`.toLowerCase();return x.every(q=>P.includes(q))})},C=()=>{let x=E(),O=t||(i()?"":n),P=s("settings.title");return l`${O?l`<p class="pages-title">${P}</p>`:l`<h1 class="pages-title">${P}</h1>`}
      <div class="pages-search" role="search">
        ${T("search")}
        <input
          id="settings-search"
          type="search"
          placeholder=${s("settings_frame.search")}
          aria-label=${s("settings_frame.search")}
          autocomplete="off"
          .value=${M(p)}
          @input=${q=>{p=q.target.value,m()}}
          @keydown=${q=>{q.isComposing||(q.key==="Enter"&&x[0]&&o.querySelector(".pages-link")?.click(),q.key==="Escape"&&p&&(p="",m()))}}
        /><kbd class="no-phone" aria-hidden="true">/</kbd>
      </div>
      <nav class="pages-list" aria-label=${s("settings.title")}>
        ${Zs.map(q=>{let jt=x.filter(lt=>lt.group===q.id);return jt.length===0?f:l`<p class="pages-group" id="group-${q.id}">${s(q.label)}</p>
            <ul aria-labelledby="group-${q.id}">
              ${jt.map(lt=>l`<li>
                    <a class="pages-link" href="/settings/${lt.id}" aria-current=${lt.id===O?"page":f}
                      >${T(oi[lt.id])}<span>${s(lt.label)}</span>${T("chevron-right")}</a
                    >
                  </li>`)}
            </ul>`})}
        ${x.length===0?l`<p class="pages-none" role="status">${s("settings_frame.nothing",{text:p})}</p>`:f}
      </nav>`},D=()=>{let x=r?.form;if(!x||x.phase!=="ready")return f;let O=x.changes.length,P=Object.keys(x.errors).length,q=r?.words??{save:"settings_frame.make_live",changes:"settings_frame.not_live"};return l`<footer class="page-bar" data-changes=${O}>
      <p role="status">
        ${P?l`<span class="bad">${U("settings_frame.wrong",P)}</span>`:O?U(q.changes,O):s("settings_frame.all_saved")}
      </p>
      ${O?l`<button type="button" class="button quiet" @click=${()=>x.revert()}>${s("settings_frame.revert")}</button>
            <button type="button" class="button primary" aria-busy=${x.busy} @click=${k}>
              ${s(q.save)}<kbd class="no-phone" aria-hidden="true">${w?"⌘":"Ctrl "}S</kbd>
            </button>`:f}
    </footer>`},X=()=>{if(!r)return f;let x=S.find(P=>P.id===n),O=r.form;return l`<section class="page" aria-labelledby="page-title">
        <header class="page-head">
          <a class="icon-button only-phone" href="/settings" aria-label=${s("common.back")}>${T("chevron-left",22)}</a>
          <h1 id="page-title" tabindex="-1">${x?s(x.label):""}</h1>
          ${r.status?.()??f}
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
            </div>`:f}
        <div
          class="page-body"
          id="page-body"
          role=${r.tabs?"tabpanel":f}
          aria-labelledby=${r.tabs?`tab-${r.tab}`:f}
          tabindex="0"
        >
          <div class="page-content">
            ${O?.phase==="failed"?l`<p class="page-failed" role="alert">
                  ${s("settings_frame.load_failed")}
                  <button type="button" class="text-button" @click=${()=>O.load()}>${s("common.retry")}</button>
                </p>`:O?.phase==="loading"?l`<p class="page-loading" role="status">${s("common.loading")}</p>`:r.body()}
          </div>
        </div>
        ${D()}
      </section>
      ${r.aside&&O?.phase!=="loading"&&O?.phase!=="failed"?r.aside():f}`};function j(x){let O=r?.tabs??[],P=O.findIndex(lt=>lt.id===r?.tab),q={ArrowRight:P+1,ArrowLeft:P-1,Home:0,End:O.length-1}[x.key];if(q===void 0)return;x.preventDefault();let jt=O[(q+O.length)%O.length];r?.choose?.(jt.id),requestAnimationFrame(()=>document.getElementById(`tab-${jt.id}`)?.focus())}let ee=()=>{if(!u)return f;let x=u,O=!x.type||x.typed.trim()===x.type;return l`<dialog
      class="dialog"
      aria-labelledby="dialog-title"
      @close=${()=>u===x&&x.answer(!1)}
      @click=${P=>P.target===P.currentTarget&&x.answer(!1)}
    >
      <form
        class="dialog-body"
        method="dialog"
        @submit=${P=>{P.preventDefault(),O&&x.answer(!0)}}
      >
        <h2 id="dialog-title">${x.title}</h2>
        ${x.text?l`<p>${x.text}</p>`:f} ${x.content??f}
        ${x.type?l`<div class="set-field dialog-type">
              <label for="dialog-typed">${s("settings_frame.type_it")} <code>${x.type}</code></label>
              <input
                id="dialog-typed"
                class="input mono"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                .value=${M(x.typed)}
                @input=${P=>{x.typed=P.target.value,m()}}
              />
            </div>`:f}
        <div class="dialog-actions">
          <button type="button" class="button" @click=${()=>x.answer(!1)}>${x.cancel??s("settings_frame.cancel")}</button>
          <button type="submit" class="button primary" ?disabled=${!O}>${x.confirm}</button>
        </div>
      </form>
    </dialog>`};Z(l`<nav class="rail" aria-label=${s("inbox.navigation")}></nav>
      <section class="pages" aria-label=${s("settings_frame.pages")}></section>
      <div class="sheet page-sheet"></div>
      <div class="toasts" role="status"></div>
      <div class="dialogs"></div>
      <div class="palette-place"></div>`,o);let Mt=x=>o.querySelector(`.${x}`);function ma(){o.dataset.pane=t?"page":"list",o.dataset.aside=String(!!r?.aside),Z(C(),Mt("pages")),Z(t||!i()?X():f,Mt("page-sheet")),Z(d?l`<div class="toast ${d.bad?"toast-bad":""}">
            ${T(d.bad?"alert":"done",18)}<span>${d.text}</span>
            ${d.action?l`<button class="text-button" @click=${d.action.run}>${d.action.label}</button>`:f}
          </div>`:f,Mt("toasts")),Z(ee(),Mt("dialogs"));let x=o.querySelector(".dialogs dialog");x instanceof HTMLDialogElement&&!x.open&&x.showModal()}return{rail:Mt("rail"),palette:Mt("palette-place"),changed:m,say:y,failed:g,ask:_,save:k,unsaved:b,show(x){r=x,x.start?.(),x.form&&x.form.load(),m()}}}var Dt=e=>`f-${e.replace(/[^\w-]/g,"-")}`;function G(e,t){let n=e.errors[t];return l`<p class="field-error" id="${Dt(t)}-error" role="alert">${n??""}</p>`}var Je=(e,t,n)=>l`<div class="set-label"><label for=${t}>${e}</label>${n?l`<span class="field-hint">${n}</span>`:f}</div>`;function Q(e,t,n){let a=Dt(t);return l`<div class="set-field">
    ${Je(n.label,a,n.note)}
    <div class="set-box">
      <input
        id=${a}
        class="input ${n.mono?"mono":""}"
        type=${n.type??"text"}
        placeholder=${n.placeholder??f}
        maxlength=${n.max??f}
        autocomplete=${n.autocomplete??"off"}
        inputmode=${n.inputmode??f}
        ?disabled=${n.disabled??!1}
        aria-invalid=${e.errors[t]?"true":f}
        aria-describedby="${a}-hint ${a}-error"
        .value=${M(e.get(t)??"")}
        @input=${i=>e.set(t,i.target.value)}
      />${n.tail??f}
    </div>
    <p class="field-hint" id="${a}-hint">${n.hint??f}</p>
    ${G(e,t)}
  </div>`}function gt(e,t,n){let a=Dt(t);return l`<div class="set-field">
    ${Je(n.label,a,n.note)}
    <textarea
      id=${a}
      class="input area ${n.mono?"mono":""}"
      rows=${n.rows??3}
      placeholder=${n.placeholder??f}
      maxlength=${n.max??f}
      aria-invalid=${e.errors[t]?"true":f}
      aria-describedby="${a}-hint ${a}-error"
      .value=${M(e.get(t)??"")}
      @input=${i=>e.set(t,i.target.value)}
    ></textarea>
    <p class="field-hint" id="${a}-hint">${n.hint??f}</p>
    ${G(e,t)}
  </div>`}var Y=(e,t,n,a,i)=>l`<span class="select"
    ><select id=${e} aria-label=${i??f} @change=${o=>a(o.target.value)}>
      ${t.map(o=>l`<option value=${o.value} ?selected=${M(o.value===n)}>${o.label}</option>`)}
    </select></span
  >`;function nn(e,t,n){let a=Dt(t);return l`<div class="set-field">
    ${Je(n.label,a,n.note)}
    ${Y(a,n.options,String(e.get(t)),i=>e.set(t,i))}
    <p class="field-hint">${n.hint??f}</p>
    ${G(e,t)}
  </div>`}var Wt=(e,t,n,a,i=!1)=>l`<div class="set-switch">
    <label class="switch"
      ><input
        type="checkbox"
        role="switch"
        .checked=${M(e)}
        ?disabled=${i}
        @change=${o=>t(o.target.checked)}
      /><span>${n}</span></label
    >
    ${a?l`<p class="field-hint">${a}</p>`:f}
  </div>`,ot=(e,t,n,a)=>Wt(!!e.get(t),i=>e.set(t,i),n,a),N=(e,t,n,a)=>l`<div class="segments" role="group" aria-label=${e}>
    ${t.map(i=>l`<button
          type="button"
          class="segment"
          aria-pressed=${i.value===n}
          aria-label=${i.title??f}
          title=${i.title??f}
          @click=${()=>a(i.value)}
        >
          ${i.label}
        </button>`)}
  </div>`,A=(e,t,n,a)=>l`<section class="set-section">
    <div class="set-head">
      <div>
        <h2>${e}</h2>
        ${n?l`<p>${n}</p>`:f}
      </div>
      ${a??f}
    </div>
    ${t}
  </section>`;function ri(e){let t=/^(\d{1,2})(?:\D?(\d{2}))?$/.exec(e.trim());if(!t)return e;let[n,a]=[Number(t[1]),Number(t[2]??0)];return n>24||a>59||n===24&&a>0?e:`${String(n).padStart(2,"0")}:${String(a).padStart(2,"0")}`}var ht=(e,t,n)=>l`<input
    class="input time"
    inputmode="numeric"
    maxlength="5"
    placeholder="09:00"
    autocomplete="off"
    aria-label=${e}
    .value=${M(t)}
    @input=${a=>n(a.target.value)}
    @change=${a=>n(ri(a.target.value))}
  />`;function st(e,t,n){return l`<div class="code" role="group" aria-label=${n??f}
    ><code tabindex="0">${t??e}</code
    ><button type="button" class="code-copy" @click=${async i=>{let o=i.currentTarget,r=o.querySelector(".copy-label");try{await navigator.clipboard.writeText(e)}catch{let d=o.parentElement?.querySelector("code");d&&getSelection()?.selectAllChildren(d);return}r.textContent=s("common.copied"),setTimeout(()=>r.textContent=s("common.copy"),2e3)}}>
      ${T("copy",14)}<span class="copy-label" aria-live="polite">${s("common.copy")}</span>
    </button></div
  >`}function z(e,t){let n={phase:"loading",value:null,async load(){n.value===null&&(n.phase="loading");try{n.value=await e(),n.phase="ready"}catch{n.value===null&&(n.phase="failed")}t()},view(a){return n.value!==null?a(n.value):n.phase==="loading"?l`<p class="page-loading" role="status">${s("common.loading")}</p>`:l`<p class="page-failed" role="alert">
        ${s("settings_frame.load_failed")}
        <button type="button" class="text-button" @click=${()=>n.load()}>${s("common.retry")}</button>
      </p>`}};return n}function an({call:e,changed:t,origin:n}){let a=z(()=>e("GET","/about"),t);return{start:a.load,body:()=>a.view(i=>{let o=[["version",i.version],["address",n],["started",H(i.started_at)],["seats",s("settings_about.seats_of",{used:i.seats.used,allowed:i.seats.allowed})],["schema",String(i.schema)],["sqlite",i.sqlite],["log",i.log_epoch]];return l`${A("servicedesk",l`<dl class="facts">${o.map(([r,d])=>l`<dt>${s(`settings_about.${r}`)}</dt><dd>${d}</dd>`)}</dl>`,s("settings_about.intro"),l`<a class="button" href="/docs">${s("settings_about.docs")}</a>`)}
          ${A(s("settings_about.licences"),l`<details class="licences">
              <summary>${s("settings_about.licences_count",{count:i.licences.length})}</summary>
              <div class="table-scroll" tabindex="0" role="region" aria-label=${s("settings_about.licences")}>
                <table>
                  <thead><tr><th scope="col">${s("settings_about.part")}</th><th scope="col">${s("settings_about.version")}</th><th scope="col">${s("settings_about.licence")}</th></tr></thead>
                  <tbody>${i.licences.map(r=>l`<tr><td>${r.name}</td><td>${r.version??f}</td><td>${r.licence}</td></tr>`)}</tbody>
                </table>
              </div>
            </details>`,s("settings_about.licences_intro"))}`})}}var li=1440*60*1e3,ci=["1","7","30","0"],di=200,ui=5;function on({call:e,changed:t,say:n,failed:a}){let i=z(async()=>{let h=e("GET","/agents?limit=200"),m=[],y="";for(let _=0;_<ui;_+=1){let b=await e("GET",`/blocks?limit=200${y?`&cursor=${encodeURIComponent(y)}`:""}`);if(m.push(...b.items),y=b.next_cursor,!y)break}let g=new Map((await h).items.map(_=>[_.id,_.name]));return{items:m,agents:g}},t),o={open:!1,address:"",reason:"",days:"7",wrong:"",busy:!1},r=h=>h.address??h.name??s("settings_blocks.nameless"),d=async h=>{try{await e("DELETE",`/blocks/${h.id}`,{}),n(s("settings_blocks.lifted",{name:r(h)}))}catch(m){a(m)}await i.load()},c=()=>{o.open=!o.open,t(),o.open&&requestAnimationFrame(()=>document.getElementById("block-address")?.focus())},u=async h=>{if(h.preventDefault(),o.busy)return;o.busy=!0;let m=Number(o.days),y=m?new Date(Date.now()+m*li).toISOString():null;try{let g=await e("POST","/blocks",{address:o.address.trim(),reason:o.reason.trim()||null,until:y});Object.assign(o,{open:!1,address:"",reason:"",wrong:""}),n(s("settings_blocks.added",{name:r(g)})),await i.load()}catch(g){let{code:_,field:b}=g;_==="invalid"&&b==="address"?o.wrong="settings_blocks.address_wrong":_==="block_limit"?o.wrong="settings_blocks.full":a(g)}o.busy=!1,t()},p=()=>l`<form class="set-stack" novalidate @submit=${u}>
    <div class="set-columns">
      <div class="set-field">
        <div class="set-label"><label for="block-address">${s("settings_blocks.address")}</label></div>
        <input
          id="block-address"
          class="input mono"
          autocomplete="off"
          placeholder="203.0.113.7"
          aria-invalid=${o.wrong?"true":f}
          aria-describedby="block-wrong block-hint"
          .value=${M(o.address)}
          @input=${h=>Object.assign(o,{address:h.target.value,wrong:""})}
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
          maxlength=${di}
          .value=${M(o.reason)}
          @input=${h=>o.reason=h.target.value}
        />
      </div>
    </div>
    <div class="set-actions">
      ${Y("block-days",ci.map(h=>({value:h,label:s(`settings_blocks.days_${h}`)})),o.days,h=>o.days=h,s("settings_blocks.for"))}
      <button class="button quiet" type="button" @click=${c}>${s("settings_frame.cancel")}</button>
      <button class="button primary" type="submit" aria-busy=${o.busy}>${s("settings_blocks.block")}</button>
    </div>
  </form>`,$=(h,m)=>{let y=Date.now(),g=[h.reason,h.agent_id?s("settings_blocks.by",{name:m.get(h.agent_id)??"?"}):s("settings_blocks.by_command"),Kt(h.blocked_at,y),h.until?s("settings_blocks.until",{time:H(h.until)}):null];return l`<li class="thing">
      <span class="thing-mark">${T(h.address?"monitor":"user")}</span>
      <div class="thing-what">
        <span class="thing-name">${r(h)}</span>
        <span class="thing-about" title=${H(h.blocked_at)}>${g.filter(Boolean).join(" · ")}</span>
      </div>
      <div class="thing-does">
        <button type="button" class="button" aria-label=${s("settings_blocks.lift_one",{name:r(h)})} @click=${()=>d(h)}>
          ${s("settings_blocks.lift")}
        </button>
      </div>
    </li>`};return{start:i.load,body:()=>i.view(({items:h,agents:m})=>A(s("settings_blocks.title"),l`${o.open?p():f}
          ${h.length?l`<ul class="things">
                ${h.map(y=>$(y,m))}
              </ul>`:l`<p class="field-hint">${s("settings_blocks.none")}</p>`}`,s("settings_blocks.intro"),o.open?f:l`<button type="button" class="button" @click=${c}>${s("settings_blocks.add")}</button>`))}}var pi=["contact.name","contact.email","agent.name","shop.name","page.title"];function rn({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=e.agent.role!=="agent",d=z(async()=>(await t("GET","/canned")).items,n),c=()=>({id:"",shortcut:"",title:"",text:"",shared:r,busy:!1,wrong:{}}),u=c(),p=(_,b)=>{u[_]=b,delete u.wrong[_],n()},$=async _=>{if(_.preventDefault(),u.busy)return;let{id:b,shortcut:k,title:w,text:S,shared:E}=u;u.busy=!0;try{b?await t("PATCH",`/canned/${b}`,{shortcut:k,title:w,text:S,shared:E}):await t("POST","/canned",{shortcut:k,title:w,text:S,shared:E}),a(s("settings_canned.kept",{name:w})),u=c(),await d.load()}catch(C){let{code:D="",field:X=""}=C;u.busy=!1;let j=D==="shortcut_taken"?"shortcut":X,ee=`settings_canned.wrong_${D==="shortcut_taken"?"taken":X}`;["shortcut","title","text"].includes(j)&&Fe(ee)?(u.wrong={[j]:s(ee)},requestAnimationFrame(()=>document.getElementById(`canned-${j}`)?.focus())):i(C)}n()},h=_=>{u={...c(),..._},n(),requestAnimationFrame(()=>document.getElementById("canned-title")?.focus())},m=async _=>{if(await o({title:s("settings_canned.delete_ask",{name:_.title}),confirm:s("settings_canned.delete")})){try{await t("DELETE",`/canned/${_.id}`,{}),u.id===_.id&&(u=c()),a(s("settings_canned.deleted",{name:_.title}))}catch(k){i(k)}await d.load()}},y=_=>{let b=document.getElementById("canned-text"),k=b?.selectionStart??u.text.length;p("text",`${u.text.slice(0,k)}{{${_}}}${u.text.slice(b?.selectionEnd??k)}`),b?.focus()},g=(_,b)=>l`<div class="set-field">
    <div class="set-label"><label for="canned-${_}">${s(`settings_canned.${_}`)}</label></div>
    <div class="set-box">
      <input
        id="canned-${_}"
        class="input"
        autocomplete="off"
        maxlength=${b}
        aria-invalid=${u.wrong[_]?"true":f}
        aria-describedby="canned-${_}-error"
        .value=${M(u[_])}
        @input=${k=>p(_,k.target.value)}
      />
    </div>
    <p class="field-error" id="canned-${_}-error" role="alert">${u.wrong[_]??""}</p>
  </div>`;return{start:d.load,body:()=>l`${A(s(u.id?"settings_canned.change":"settings_canned.new"),l`<form class="set-stack" @submit=${$}>
          ${g("title",100)} ${g("shortcut",40)}
          <div class="set-field">
            <div class="set-label"><label for="canned-text">${s("settings_canned.text")}</label></div>
            <textarea
              id="canned-text"
              class="input area"
              rows="4"
              maxlength="8000"
              aria-invalid=${u.wrong.text?"true":f}
              aria-describedby="canned-text-error"
              .value=${M(u.text)}
              @input=${_=>p("text",_.target.value)}
            ></textarea>
            <p class="field-hint">
              ${s("settings_canned.variables")}
              ${pi.map(_=>l`<button type="button" class="text-button" @click=${()=>y(_)}>${s(`settings_canned.var_${_.replace(".","_")}`)}</button> `)}
            </p>
            <p class="field-error" id="canned-text-error" role="alert">${u.wrong.text??""}</p>
          </div>
          ${r?Wt(u.shared,_=>(u.shared=_,n()),s("settings_canned.shared"),s("settings_canned.shared_hint")):f}
          <div class="set-box">
            <button class="button primary" type="submit" ?disabled=${!u.title.trim()||!u.shortcut.trim()||!u.text.trim()} aria-busy=${u.busy}>
              ${s(u.id?"settings_canned.save":"settings_canned.add")}
            </button>
            ${u.id?l`<button class="button" type="button" @click=${()=>(u=c(),n())}>${s("settings_canned.leave")}</button>`:f}
          </div>
        </form>`,s("settings_canned.intro"))}
      ${d.view(_=>A(s("settings_canned.list"),_.length===0?l`<p class="nothing-yet">${s("settings_canned.none")}</p>`:l`<ul class="things">
                ${_.map(b=>l`<li class="thing">
                    <span class="thing-mark">${T("quote")}</span>
                    <div class="thing-what">
                      <span class="thing-name">${b.title} <span class="chip">/${b.shortcut}</span>${b.shared?f:l`<span class="chip chip-line">${s("settings_canned.own")}</span>`}</span>
                      <span class="thing-about">${b.text.slice(0,120)} · ${U("settings_canned.used",b.used)}</span>
                    </div>
                    ${b.shared&&!r?f:l`<div class="thing-does">
                          <button type="button" class="button" aria-label=${s("settings_canned.change_one",{name:b.title})} @click=${()=>h(b)}>${s("settings_canned.change_it")}</button>
                          <button type="button" class="button" aria-label=${s("settings_canned.delete_one",{name:b.title})} @click=${()=>m(b)}>${s("settings_canned.delete")}</button>
                        </div>`}
                  </li>`)}
              </ul>`))}`}}var mi=400,gi=700,hi=18e4,Qe=new Intl.NumberFormat(I),ln=["byte","kilobyte","megabyte","gigabyte","terabyte"];function Nt(e){let t=0,n=e;for(;n>=1e3&&t<ln.length-1;)n/=1e3,t+=1;return new Intl.NumberFormat(I,{style:"unit",unit:ln[t],unitDisplay:"short",maximumFractionDigits:n<10&&t>0?1:0}).format(n)}var cn=e=>new Promise(t=>setTimeout(t,e));function dn({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=e.agent.role==="owner",d=z(()=>t("GET","/data"),n),c=z(()=>t("GET","/backups"),n),u=z(()=>t("GET","/setup/list"),n),p=!1,$=!1,h=null,m=async()=>{if(p)return;p=!0,await c.load();let E=!1;for(;c.value?.running;)E=!0,await cn(mi),await c.load();p=!1,E&&(c.value?.failed_at&&a(s("settings_data.backup_failed"),{bad:!0}),await d.load())},y=async()=>{try{let{name:E}=await t("POST","/backups",{});await m(),c.value?.items.some(C=>C.name===E)&&a(s("settings_data.backup_done"))}catch(E){i(E)}},g=async E=>{if(await o({title:s("settings_data.remove_ask"),text:s("settings_data.remove_means",{time:H(E.created_at)}),confirm:s("settings_data.remove")})){try{await t("DELETE",`/backups/${E.name}`,{}),a(s("settings_data.removed"))}catch(D){i(D)}await Promise.all([c.load(),d.load()])}},_=async E=>{if(!await o({title:s("settings_data.restore_ask"),text:s("settings_data.restore_means",{time:H(E.created_at)}),confirm:s("settings_data.restore"),type:E.name}))return;let D=c.value?.last_restore?.at??null;try{await t("POST",`/backups/${E.name}/restore`,{confirm:E.name})}catch(j){j?.code==="damaged_backup"?a(s("settings_data.damaged"),{bad:!0}):i(j);return}h="waiting",n();let X=Date.now()+hi;for(;Date.now()<X;){await cn(gi);try{let j=await t("GET","/backups");if(j.last_restore&&j.last_restore.at!==D){h=null,c.value=j,a(j.last_restore.done?s("settings_data.restored"):s("settings_data.not_restored"),{bad:!j.last_restore.done}),await Promise.all([d.load(),u.load()]);return}}catch{}}h="lost",n()},b=async E=>{if(!$){$=!0,n();try{await t(E?"POST":"DELETE","/demo-data",{}),a(s(E?"settings_data.demo_added":"settings_data.demo_removed"))}catch(C){i(C)}$=!1,await Promise.all([u.load(),d.load()])}},k=()=>d.view(E=>{let C=["database","wal","files","snapshots","backups"],D=C.reduce((X,j)=>X+E[`${j}_bytes`],0);return A(s("settings_data.room"),l`<ul class="bars">
            ${C.map(X=>{let j=E[`${X}_bytes`];return l`<li>
                <span>${s(`settings_data.${X}`)}</span>
                <meter class="amount" min="0" max=${Math.max(D,1)} value=${j} aria-label=${s(`settings_data.${X}`)}></meter>
                <span class="number">${Nt(j)}</span>
              </li>`})}
          </ul>
          <p class="thing-about">
            ${[U("settings_data.conversations",E.conversations,{n:Qe.format(E.conversations)}),U("settings_data.messages",E.messages,{n:Qe.format(E.messages)}),U("settings_data.contacts",E.contacts,{n:Qe.format(E.contacts)})].join(" · ")}
          </p>`,s("settings_data.room_intro",{used:Nt(D),free:Nt(E.disk_free_bytes)}))}),w=()=>c.view(({items:E,running:C})=>A(s("settings_data.backups"),l`${C?l`<div class="work" role="status">
                <span>${s("settings_data.running",{done:Nt(C.copied_bytes),all:Nt(C.total_bytes),time:mt(C.started_at,Date.now())})}</span>
                <progress class="seats" max=${Math.max(C.total_bytes,1)} value=${C.copied_bytes} aria-label=${s("settings_data.backups")}></progress>
              </div>`:f}
          ${E.length===0&&!C?l`<p class="nothing-yet">${s("settings_data.no_backups")}</p>`:f}
          <ul class="things">
            ${E.map(D=>l`<li class="thing">
                  <span class="thing-mark">${T("drive")}</span>
                  <div class="thing-what">
                    <span class="thing-name">${H(D.created_at)}</span>
                    <span class="thing-about">${D.name} · ${Nt(D.bytes)}</span>
                  </div>
                  <div class="thing-does">
                    ${r?l`<a class="icon-button" href="/api/v1/backups/${D.name}" download aria-label=${s("settings_data.fetch_one",{time:H(D.created_at)})} title=${s("settings_data.fetch")}>${T("download")}</a>
                          <button type="button" class="icon-button" aria-label=${s("settings_data.remove_one",{time:H(D.created_at)})} title=${s("settings_data.remove")} @click=${()=>g(D)}>${T("trash")}</button>
                          <button type="button" class="button" aria-label=${s("settings_data.restore_one",{time:H(D.created_at)})} ?disabled=${!!C} @click=${()=>_(D)}>${s("settings_data.restore")}</button>`:f}
                  </div>
                </li>`)}
          </ul>`,r?s("settings_data.backups_intro"):s("settings_data.backups_owner"),l`<button type="button" class="button primary" ?disabled=${!!C} @click=${y}>${s("settings_data.back_up")}</button>`)),S=()=>u.view(({demo_data:E})=>A(s("settings_data.demo"),"",E?s("settings_data.demo_there"):s("settings_data.demo_intro"),l`<button type="button" class="button" aria-busy=${$} @click=${()=>b(!E)}>${s(E?"settings_data.demo_remove":"settings_data.demo_add")}</button>`));return{start(){d.load(),u.load(),m()},body(){return h?l`<div class="waiting-desk" role="status">
          <h2>${s(`settings_data.${h}`)}</h2>
          <p>${s(`settings_data.${h}_text`)}</p>
          ${h==="waiting"?l`<progress class="seats" aria-label=${s("settings_data.waiting")}></progress>`:l`<a class="button" href="/settings/data">${s("common.retry")}</a>`}
        </div>`:l`${k()}${w()}${S()}`}}}var fi="Asia/Shanghai",_i=Date.UTC(2026,0,1);function un(e,t){try{let a=new Intl.DateTimeFormat(t,{timeZone:e,timeZoneName:"longGeneric"}).formatToParts(_i).find(i=>i.type==="timeZoneName")?.value??"";return/^(GMT|UTC)/.test(a)?"":a}catch{return""}}function mn(e,t,n){let a=e.replaceAll("_"," "),i=un(e,t);return i?n("common.zone",{name:i===un(fi,t)?n("common.zone_china"):i,id:a}):a}function Yt(e,t,n){try{return new Intl.DateTimeFormat(n,{hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e}).format(t)}catch{return""}}function pn(e,t){let n=new Intl.DateTimeFormat("en",{timeZone:e,year:"numeric",month:"numeric",day:"numeric"}).formatToParts(t),a=i=>Number(n.find(o=>o.type===i)?.value);return Date.UTC(a("year"),a("month")-1,a("day"))/864e5}function gn(e,t,n,a,i){let o=Yt(e,t,a),r=pn(e,t)-pn(e,n);if(r<=0)return i("common.moment_today",{time:o});if(r===1)return i("common.moment_tomorrow",{time:o});let d=r<7?{weekday:a==="zh-CN"?"short":"long"}:{month:"long",day:"numeric"};return i("common.moment_day",{day:new Intl.DateTimeFormat(a,{...d,timeZone:e}).format(t),time:o})}var hn=e=>e!==null&&typeof e=="object"&&!Array.isArray(e);function ts(e,t,n=""){return hn(e)&&hn(t)?[...new Set([...Object.keys(e),...Object.keys(t)])].flatMap(i=>ts(e[i],t[i],n?`${n}.${i}`:i)):JSON.stringify(e??null)===JSON.stringify(t??null)?[]:[n]}var fn=e=>structuredClone(e),$i=(e,t)=>t.split(".").reduce((n,a)=>n?.[a],e);function nt({read:e,write:t,check:n,refused:a,changed:i}){let o={phase:"loading",saved:null,draft:null,busy:!1,errors:{}},r=c=>{o.saved=c,o.draft=fn(c),o.errors={},o.phase="ready",i()};return Object.defineProperties(o,Object.getOwnPropertyDescriptors({async load(){o.phase="loading",i();try{r(await e())}catch{o.phase="failed",i()}},set(c,u){let p=c.split("."),$=p.pop(),h=p.reduce((m,y)=>m[y]??={},o.draft);h[$]=u,delete o.errors[c],i()},get:c=>$i(o.draft,c),get changes(){return o.phase==="ready"?ts(o.saved,o.draft):[]},revert(){o.draft=fn(o.saved),o.errors={},i()},async save(){if(o.busy||o.phase!=="ready")return!1;if(o.errors=n?.(o.draft)??{},Object.keys(o.errors).length>0)return i(),!1;o.busy=!0,i();try{let c=await t(o.draft,ts(o.saved,o.draft));return r(c),!0}catch(c){if(o.errors=a?.(c)??{},Object.keys(o.errors).length===0)throw c;return!1}finally{o.busy=!1,i()}}})),o}var ft=[1,2,3,4,5,6,7],_n=4,$n=60,Lt={opens:"09:00",closes:"18:00"},bi=/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/,bn=e=>({always:e.always,days:Object.fromEntries(ft.map(t=>[t,e.week.filter(n=>n.day===t).map(n=>({opens:n.opens,closes:n.closes}))])),holidays:e.holidays.map(t=>({date:t.date,name:t.name??"",closed:t.opens===null,opens:t.opens??Lt.opens,closes:t.closes??Lt.closes}))}),yn=e=>({always:e.always,week:ft.flatMap(t=>e.days[t].map(({opens:n,closes:a})=>({day:t,opens:n,closes:a}))),holidays:e.holidays.map(({date:t,name:n,closed:a,opens:i,closes:o})=>({date:t,name:n.trim(),opens:a?null:i,closes:a?null:o})).sort((t,n)=>t.date.localeCompare(n.date))}),rt=e=>bi.test(e),ke=({opens:e,closes:t})=>rt(e)&&rt(t)&&t<=e;function vn(e){if(e.always)return{};let t={};for(let a of ft){let i=e.days[a];if(i.some(({opens:o,closes:r})=>!rt(o)||!rt(r)))t[`days.${a}`]="time";else{let o=[...i].sort((r,d)=>r.opens.localeCompare(d.opens));o.some((r,d)=>d+1<o.length&&(ke(r)||r.closes>o[d+1].opens))&&(t[`days.${a}`]="overlap")}}ft.every(a=>e.days[a].length===0)&&(t["days.1"]="never");let n=new Set;for(let a of e.holidays)a.date?n.has(a.date)?t.holidays="twice":!a.closed&&(!rt(a.opens)||!rt(a.closes))&&(t.holidays="time"):t.holidays="date",n.add(a.date);return t}var yi=40,vi=new Intl.DateTimeFormat(I,{weekday:"long",timeZone:"UTC"}),wi=ft.map(e=>vi.format(new Date(Date.UTC(2026,0,4+e))));function wn({call:e,changed:t}){let n=null,a=p=>(n=p,bn(p.hours)),i=nt({read:async()=>a(await e("GET","/shop")),check:p=>Object.fromEntries(Object.entries(vn(p)).map(([$,h])=>[$,s(`settings_hours.wrong_${h}`)])),write:async p=>a(await e("PATCH","/shop",{hours:yn(p)})),changed:t}),o=p=>gn(n.time_zone,Date.parse(p),Date.now(),I,s),r=()=>{let{open:p}=n;return p.now?p.closes_at?s("settings_hours.open_until",{time:o(p.closes_at)}):s("settings_hours.open_always"):p.opens_at?s("settings_hours.closed_until",{time:o(p.opens_at)}):s("settings_hours.closed")},d=p=>{let $=`days.${p}`,h=i.get($),m=wi[p-1],y=g=>i.set($,g);return l`<li class="day">
      ${Wt(h.length>0,g=>y(g?[{...Lt}]:[]),m)}
      <div class="day-ranges">
        ${h.length===0?l`<span class="thing-about">${s("settings_hours.rest")}</span>`:f}
        ${h.map((g,_)=>l`<div class="day-range">
              ${ht(s("settings_hours.opens",{day:m}),g.opens,b=>y(h.with(_,{...g,opens:b})))}
              <span aria-hidden="true">–</span>
              ${ht(s("settings_hours.closes",{day:m}),g.closes,b=>y(h.with(_,{...g,closes:b})))}
              ${ke(g)?l`<span class="chip">${s("settings_hours.next_day")}</span>`:f}
              ${h.length>1?l`<button type="button" class="icon-button" aria-label=${s("settings_hours.remove_range",{day:m,time:g.opens})} @click=${()=>y(h.toSpliced(_,1))}>${T("x")}</button>`:f}
              ${_===h.length-1&&h.length<_n?l`<button type="button" class="icon-button" data-adds=".day-range:last-child input" aria-label=${s("settings_hours.add_range",{day:m})} title=${s("settings_hours.add_range",{day:m})} @click=${()=>y([...h,{opens:g.closes,closes:g.closes<"21:00"?"21:00":"23:00"}])}>${T("plus")}</button>`:f}
            </div>`)}
        ${G(i,$)}
      </div>
    </li>`},c=()=>{let p=i.get("days.1");for(let $ of[2,3,4,5])i.set(`days.${$}`,structuredClone(p))},u=(p,$,h)=>{let m=g=>i.set("holidays",h.with($,{...p,...g})),y=p.name||p.date||String($+1);return l`<li class="holiday">
      <input class="input" type="date" aria-label=${s("settings_hours.date")} .value=${M(p.date)} @input=${g=>m({date:g.target.value})} />
      <input
        class="input"
        aria-label=${s("settings_hours.holiday_name")}
        placeholder=${s("settings_hours.holiday_example")}
        maxlength=${yi}
        .value=${M(p.name)}
        @input=${g=>m({name:g.target.value})}
      />
      ${N(s("settings_hours.that_day",{day:y}),[{value:"closed",label:s("settings_hours.rest")},{value:"open",label:s("settings_hours.other_hours")}],p.closed?"closed":"open",g=>m({closed:g==="closed"}))}
      <button type="button" class="icon-button" aria-label=${s("settings_hours.remove_holiday",{day:y})} @click=${()=>i.set("holidays",h.toSpliced($,1))}>${T("trash")}</button>
      ${p.closed?f:l`<div class="day-range">
            ${ht(s("settings_hours.opens",{day:y}),p.opens,g=>m({opens:g}))}<span aria-hidden="true">–</span>
            ${ht(s("settings_hours.closes",{day:y}),p.closes,g=>m({closes:g}))}
            ${ke(p)?l`<span class="chip">${s("settings_hours.next_day")}</span>`:f}
          </div>`}
    </li>`};return{form:i,status:()=>n?l`<span class="chip ${n.open.now?"chip-ok":""}" id="hours-now"><span>${r()}</span></span>`:f,body:()=>{let p=i.get("always"),$=i.get("holidays");return l`${A(s("settings_hours.when"),N(s("settings_hours.when"),[{value:"always",label:s("settings_hours.always")},{value:"week",label:s("settings_hours.by_week")}],p?"always":"week",h=>{if(h==="week"&&ft.every(m=>i.get(`days.${m}`).length===0))for(let m of[1,2,3,4,5])i.set(`days.${m}`,[{...Lt}]);i.set("always",h==="always")}),l`${s("settings_hours.when_intro")}
        ${s("settings_hours.clock",{zone:mn(n.time_zone,I,s),time:Yt(n.time_zone,Date.now(),I)})}
        <a href="/settings/shop">${s("settings_hours.change_zone")}</a>`)}
      ${p?f:l`${A(s("settings_hours.week"),l`<ul class="days">${ft.map(d)}</ul>`,s("settings_hours.week_intro"),l`<button type="button" class="button" @click=${c}>${s("settings_hours.like_monday")}</button>`)}
            ${A(s("settings_hours.holidays"),l`${$.length===0?l`<p class="nothing-yet">${s("settings_hours.no_holidays")}</p>`:l`<ul class="holidays">${$.map(u)}</ul>`}
                ${G(i,"holidays")}`,s("settings_hours.holidays_intro"),$.length<$n?l`<button type="button" class="button" data-adds=".holidays li:last-child input" @click=${()=>i.set("holidays",[...$,{date:"",name:"",closed:!0,...Lt}])}>
                    ${T("plus")}${s("settings_hours.add_holiday")}
                  </button>`:f)}`}`}}}var ki=[1,2,3,4,6];function kn({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=e.agent.role!=="agent",d=z(async()=>(await t("GET","/labels")).items,n),c={name:"",busy:!1,wrong:""},u=null,p=async(_,b)=>{try{return await _(),b&&a(b),!0}catch(k){return k.code==="label_taken"?c.wrong=s("settings_labels.taken"):i(k),!1}finally{await d.load()}},$=async _=>{_.preventDefault();let b=c.name.trim();!b||c.busy||(c.busy=!0,await p(()=>t("POST","/labels",{name:b}))&&(c.name=""),c.busy=!1,n())},h=async _=>{let b=u?.name.trim()??"";u=null,b&&b!==_.name&&await p(()=>t("PATCH",`/labels/${_.id}`,{name:b}),s("settings_labels.renamed",{name:b})),n()},m=async(_,b)=>{if(!b)return;await o({title:s("settings_labels.merge_ask",{from:_.name,into:b.name}),text:s("settings_labels.merge_means",{from:_.name}),confirm:s("settings_labels.merge")})&&await p(()=>t("POST",`/labels/${_.id}/merge`,{into:b.id})),n()},y=async _=>{await o({title:s("settings_labels.delete_ask",{name:_.name}),text:U("settings_labels.delete_means",_.conversations),confirm:s("settings_labels.delete")})&&await p(()=>t("DELETE",`/labels/${_.id}`,{}),s("settings_labels.deleted",{name:_.name}))},g=(_,b)=>{let k=u?.id===_.id?l`<input
            class="input"
            maxlength="40"
            aria-label=${s("settings_labels.name")}
            .value=${M(u?.name??"")}
            @input=${w=>u&&(u.name=w.target.value)}
            @keydown=${w=>{w.key==="Enter"&&!w.isComposing&&h(_),w.key==="Escape"&&(u=null,n())}}
            @blur=${()=>h(_)}
          />`:l`<span class="thing-name">${_.name}</span>`;return l`<li class="thing">
      <span class="thing-mark"><i class="chip-dot series-${_.colour}"></i></span>
      <div class="thing-what">${k}<span class="thing-about">${U("settings_labels.used",_.conversations)}</span></div>
      ${r?l`<div class="thing-does">
            ${Y(`colour-${_.id}`,ki.map(w=>({value:String(w),label:s(`settings_labels.colour_${w}`)})),String(_.colour),w=>p(()=>t("PATCH",`/labels/${_.id}`,{colour:Number(w)})),s("settings_labels.colour_of",{name:_.name}))}
            ${b.length>1?Y(`merge-${_.id}`,[{value:"",label:s("settings_labels.merge_into")},...b.filter(w=>w.id!==_.id).map(w=>({value:w.id,label:w.name}))],"",w=>m(_,b.find(S=>S.id===w)),s("settings_labels.merge_one",{name:_.name})):f}
            <button type="button" class="button" aria-label=${s("settings_labels.rename_one",{name:_.name})} @click=${()=>(u={id:_.id,name:_.name},n())}>
              ${s("settings_labels.rename")}
            </button>
            <button type="button" class="button" aria-label=${s("settings_labels.delete_one",{name:_.name})} @click=${()=>y(_)}>${s("settings_labels.delete")}</button>
          </div>`:f}
    </li>`};return{start:d.load,body:()=>l`${A(s("settings_labels.new"),l`<form class="set-stack" @submit=${$}>
          <div class="set-field">
            <div class="set-label"><label for="label-name">${s("settings_labels.name")}</label></div>
            <div class="set-box">
              <input
                id="label-name"
                class="input"
                maxlength="40"
                autocomplete="off"
                aria-invalid=${c.wrong?"true":f}
                aria-describedby="label-error"
                .value=${M(c.name)}
                @input=${_=>{c.name=_.target.value,c.wrong="",n()}}
              /><button class="button primary" type="submit" ?disabled=${!c.name.trim()} aria-busy=${c.busy}>${s("settings_labels.add")}</button>
            </div>
            <p class="field-error" id="label-error" role="alert">${c.wrong}</p>
          </div>
        </form>`,s("settings_labels.intro"))}
      ${d.view(_=>A(s("settings_labels.list"),_.length===0?l`<p class="nothing-yet">${s("settings_labels.none")}</p>`:l`<ul class="things">${_.map(b=>g(b,_))}</ul>`,r?void 0:s("settings_labels.managed")))}`}}var xi={new:[{at:0,hz:587.3,for:.5},{at:.16,hz:880,for:.8}],assigned:[{at:0,hz:523.3,for:.35},{at:.11,hz:659.3,for:.35},{at:.22,hz:784,for:.6}],message:[{at:0,hz:740,for:.4,loud:.8}],mention:[{at:0,hz:987.8,for:.25,loud:.8},{at:.14,hz:987.8,for:.45,loud:.8}]},xn=["pointerdown","keydown","touchend"],Ai=.008,Ei=.22;function Si(e,t,n){let a=e.currentTime+.02+t.at,i=a+t.for;for(let[o,r,d]of[[1,1,1],[2,.25,.5],[3,.08,.3]]){let c=e.createOscillator(),u=e.createGain(),p=Math.max(1e-4,Ei*r*n*(t.loud??1));c.frequency.value=t.hz*o,u.gain.setValueAtTime(1e-4,a),u.gain.exponentialRampToValueAtTime(p,a+Ai),u.gain.exponentialRampToValueAtTime(1e-4,a+(i-a)*d),c.connect(u).connect(e.destination),c.start(a),c.stop(i)}}function An({changed:e}){let t=globalThis.AudioContext,n=null,a=!1,i=()=>n?.state==="running",o=async()=>{if(!(!t||i())){try{n??=new t,await n.resume()}catch{}if(i()){for(let r of xn)removeEventListener(r,o,!0);a=!1,e()}}};if(t)for(let r of xn)addEventListener(r,o,{capture:!0,passive:!0});return{get ready(){return i()},get blocked(){return a},wake:o,missed(){!t||a||(a=!0,e())},ring(r,d){if(!n||!i())return!1;if(d>0)for(let c of xi[r])Si(n,c,d);return!0}}}var Xt={notifications:{new:{sound:!0,browser:!0},assigned:{sound:!0,browser:!0},message:{sound:!0,browser:!0},mention:{sound:!0,browser:!0},repeat:!0,volume:.7},quiet:{enabled:!1,from:"22:00",to:"08:00",days:[1,2,3,4,5,6,7]},away_after_min:10,keys:{},send_on:"enter",undo_send_s:2},Mi="servicedesk:preferences";function es(e){let t=e?.notifications??{},n=["new","assigned","message","mention"];return{...Xt,...e,notifications:{...Xt.notifications,...t,...Object.fromEntries(n.map(a=>[a,{...Xt.notifications[a],...t[a]}]))},quiet:{...Xt.quiet,...e?.quiet},keys:{...e?.keys}}}function En({load:e,save:t,failed:n}){let a=B(Xt),i=null;try{i=new BroadcastChannel(Mi),i.onmessage=o=>a.value=es(o.data)}catch{}return{value:a,async load(){try{a.value=es(await e())}catch{}},async change(o){let r=a.peek();a.value=es({...r,...o});try{return await t(a.peek()),i?.postMessage(a.peek()),!0}catch(d){return a.value=r,n(d),!1}}}}function Sn({desk:e,ui:t,list:n,composer:a,open:i,back:o,perform:r,closeNext:d,assign:c,snooze:u,label:p}){let $=()=>!!e.openId,h=()=>n.aimed?e.book.rows.get(n.aimed):e.row,m=()=>!!h()||e.selection.size>0,y=()=>!!h()&&e.selection.size===0,g=()=>y()?h()?.state==="closed":e.list.view==="closed",_={next:{label:"inbox.key_next",key:"j",group:"move",icon:"arrow-down",run:()=>n.step(1)},previous:{label:"inbox.key_previous",key:"k",group:"move",icon:"arrow-up",run:()=>n.step(-1)},open:{label:"inbox.key_open",key:"Enter",group:"move",run:()=>{let b=n.focused,k=document.activeElement;k instanceof HTMLElement&&k.matches("a, button, summary")?k.click():b&&i(b)}},reply:{label:"inbox.key_reply",key:"r",group:"write",when:$,run:()=>a.choose("reply")},attach:{label:"thread.tool_attach",key:"f",group:"write",icon:"paperclip",when:$,run:()=>a.attach()},note:{label:"inbox.key_note",key:"n",group:"write",icon:"lock",when:$,run:()=>a.choose("note")},take:{label:"inbox.key_take",key:"m",group:"conversation",icon:"user-plus",when:m,run:()=>r("assign",{agent_id:e.agent.id})},assign:{label:"inbox.key_assign",key:"a",group:"conversation",icon:"users",when:m,run:c},close:{label:"inbox.key_close",key:"e",group:"conversation",icon:"check",when:m,run:()=>r(g()?"reopen":"close")},close_next:{label:"inbox.close_next",key:"Shift+e",group:"conversation",icon:"check",when:()=>y()&&!g(),run:d},details:{label:"inbox.key_details",key:"i",group:"view",icon:"panel-right",when:$,run:()=>t.details.toggle()},send_close:{label:"thread.send_close",key:"mod+Shift+Enter",group:"write",icon:"check",when:$,run:()=>a.send(!0)},undo_send:{label:"thread.undo_send",key:"mod+z",group:"write",icon:"undo-2",when:()=>e.holding&&!document.activeElement?.value,run:()=>{let b=e.undoSend();b&&a.choose(b)}},snooze:{label:"thread.snooze",key:"z",group:"conversation",icon:"alarm-clock",when:()=>m()&&!g(),run:u},label:{label:"thread.labels",key:"t",group:"conversation",icon:"tag",when:m,run:p},undo:{label:"inbox.key_undo",key:"u",group:"conversation",icon:"undo-2",when:()=>e.undoable,run:()=>e.undoDeed()},select:{label:"inbox.key_select",key:"x",group:"select",icon:"list-checks",run:()=>n.choose(!1)},select_range:{label:"inbox.key_select_range",key:"Shift+x",group:"select",run:()=>n.choose(!0)},select_all:{label:"inbox.key_select_all",key:"mod+Shift+a",group:"select",run:()=>n.chooseAll()},back:{label:"inbox.key_back",key:"Escape",group:"move",field:!0,run:o}};return We.forEach((b,k)=>{_[`view_${b}`]={label:`inbox.view_${b}`,key:String(k+1),group:"view",icon:"inbox",run:()=>n.showView(b)}}),_}function Mn({desk:e,ui:t,availability:n,palette:a,inbox:i,theme:o,language:r,signOut:d}){let c=()=>t.theme.value==="auto"?matchMedia("(prefers-color-scheme: dark)").matches:t.theme.value==="dark",u=p=>({label:`palette.state_${p}`,key:"",group:"desk",when:()=>e.agent.availability!==p,run:()=>n(p)});return{palette:{label:"keys.palette",key:"mod+k",group:"go",icon:"search",field:!0,run:a},help:{label:"keys.help",key:"?",group:"go",icon:"keyboard",when:()=>!t.phone.peek(),run:()=>t.dialog.value="keys"},go_inbox:{label:"keys.go_inbox",key:"g i",group:"go",icon:"inbox",run:i},go_settings:{label:"settings.title",key:"g s",group:"go",icon:"settings",run:()=>location.assign("/settings")},theme:{label:"keys.theme",key:"mod+Shift+l",group:"desk",icon:"sun-moon",run:()=>o(c()?"light":"dark")},theme_auto:{label:"palette.theme_auto",key:"",group:"desk",icon:"sun-moon",when:()=>t.theme.value!=="auto",run:()=>o("auto")},language:{label:"palette.language",key:"",group:"desk",icon:"languages",run:()=>r(I==="en"?"zh-CN":"en")},online:{...u("online"),icon:"circle-check"},away:{...u("away"),icon:"clock"},offline:{...u("offline"),icon:"power"},sign_out:{label:"agent.sign_out",key:"",group:"desk",icon:"log-out",run:()=>d(!1)}}}var Ti=["move","conversation","write","select","view","go","desk"],Oi=900;function Tn(e,t){let n={desk:{},ui:{},list:{},composer:{}},a={...Sn(n),...Mn(n)},i=null,o=[],r=null,d=null,c=h=>s(a[h].label),u=()=>{clearTimeout(r),i=null,o=[],t()},p=()=>{let h=i,m=o.join(" "),y=Et(a,e.get("keys")).against(h,m);if(u(),y&&y.problem!=="taken")return d={id:h,text:s(`settings_notices.key_${y.problem}`,{key:pt(m).join(" ")})},t();d=y?.by?{id:h,text:s("settings_notices.key_taken",{action:c(y.by)})}:null,e.set("keys",ve(a,e.get("keys"),h,m))},$=h=>{if(!i)return;if(h.key==="Tab"||(h.preventDefault(),h.stopPropagation(),h.key==="Escape"))return u();if(h.key==="Backspace"||h.key==="Delete"){let y=i;return u(),e.set("keys",ve(a,e.get("keys"),y,""))}let m=he(h);if(m){if(o.push(m),clearTimeout(r),o.length===2||m.includes("+"))return p();r=setTimeout(p,Oi),t()}};return()=>{let h=Et(a,e.get("keys")),m=e.get("keys");return l`${Ti.map(y=>{let g=Object.keys(a).filter(_=>a[_].group===y&&!ye.has(_));return g.length===0?f:A(s(`keys.group_${y}`),l`<ul class="key-rows">
          ${g.map(_=>{let b=i===_,k=h.keyOf(_);return l`<li class="key-row" data-action=${_}>
              <span>${c(_)}</span>
              <button
                type="button"
                class="key-button ${b?"waiting":""}"
                aria-label=${b?s("settings_notices.press"):s("settings_notices.change_key",{action:c(_),key:pt(k).join(" ")||s("settings_notices.no_key")})}
                aria-pressed=${b}
                @click=${()=>{i=b?null:_,o=[],d=null,t()}}
                @keydown=${$}
                @blur=${()=>b&&u()}
              >
                ${b?l`<span>${o.length?pt(o.join(" ")).map(w=>l`<kbd>${w}</kbd>`):s("settings_notices.press")}</span>`:k?pt(k).map(w=>l`<kbd>${w}</kbd> `):l`<span class="thing-about">${s("settings_notices.no_key")}</span>`}
              </button>
              ${_ in m?l`<button type="button" class="text-button" aria-label=${s("settings_notices.reset_one",{action:c(_)})} @click=${()=>e.set("keys",ve(a,m,_,null))}>${s("settings_notices.reset")}</button>`:l`<span></span>`}
              ${d?.id===_?l`<p class="field-hint key-said" role="status">${d.text}</p>`:f}
            </li>`})}
        </ul>`)})}
    ${Object.keys(m).length>0?l`<div class="set-section"><button type="button" class="button key-all" @click=${()=>e.set("keys",{})}>${s("settings_notices.reset_all")}</button></div>`:f}`}}var Ci=["new","assigned","message","mention"],Pi=[0,5,10,15,30,60],Ii=[0,2,5,10,30],Di=new Intl.DateTimeFormat(I,{weekday:"narrow",timeZone:"UTC"}),Ni=new Intl.DateTimeFormat(I,{weekday:"long",timeZone:"UTC"});function On({call:e,changed:t,say:n}){let a="notices",i=null,o=En({load:async()=>null,save:g=>e("PUT","/me/preferences",g),failed:g=>i=g}),r=nt({read:()=>e("GET","/me/preferences"),check({quiet:g}){return!rt(g.from)||!rt(g.to)?{"quiet.days":s("settings_notices.no_time")}:g.enabled&&g.days.length===0?{"quiet.days":s("settings_notices.no_days")}:{}},async write(g){if(!await o.change(g))throw i;return structuredClone(g)},changed:t}),d=An({changed:t}),c=Tn(r,t),u=()=>globalThis.Notification?.permission??"unsupported",p=async g=>{await d.wake(),d.ring(g,r.get("notifications.volume"))||n(s("settings_notices.silent"),{bad:!0})},$=async()=>{await globalThis.Notification?.requestPermission?.(),t()},h=()=>l`<div class="grid-table" role="table" aria-label=${s("settings_notices.what")}>
      <div role="row" class="grid-head">
        <span role="columnheader">${s("settings_notices.news")}</span><span role="columnheader">${s("settings_notices.sound")}</span
        ><span role="columnheader">${s("settings_notices.browser")}</span><span role="columnheader"><span class="hidden">${s("settings_notices.hear")}</span></span>
      </div>
      ${Ci.map(g=>l`<div role="row">
            <span role="rowheader">${s(`settings_notices.kind_${g}`)}</span>
            ${["sound","browser"].map(_=>{let b=`notifications.${g}.${_}`;return l`<span role="cell"
                ><label class="switch"
                  ><input
                    type="checkbox"
                    role="switch"
                    aria-label="${s(`settings_notices.kind_${g}`)} · ${s(`settings_notices.${_}`)}"
                    .checked=${M(r.get(b))}
                    @change=${k=>r.set(b,k.target.checked)} /></label
              ></span>`})}
            <span role="cell"><button type="button" class="text-button" aria-label=${s("settings_notices.hear_one",{kind:s(`settings_notices.kind_${g}`)})} @click=${()=>p(g)}>${s("settings_notices.hear")}</button></span>
          </div>`)}
    </div>`,m=()=>{let g=r.get("quiet"),_=Math.round(r.get("notifications.volume")*100);return l`${A(s("settings_notices.what"),h(),s("settings_notices.what_intro"))}
      ${A(s("settings_notices.volume"),"",s("settings_notices.volume_intro"),l`<span class="slider"
          ><input
            type="range"
            min="0"
            max="100"
            step="5"
            aria-label=${s("settings_notices.volume")}
            .value=${M(String(_))}
            @input=${b=>r.set("notifications.volume",Number(b.target.value)/100)}
          /><output>${_}%</output></span
        >`)}
      ${A(s("settings_notices.repeat_title"),ot(r,"notifications.repeat",s("settings_notices.repeat"),s("settings_notices.repeat_hint")))}
      ${A(s("settings_notices.permission"),"",s(`settings_notices.permission_${u()}`),u()==="default"?l`<button type="button" class="button" @click=${$}>${s("settings_notices.allow")}</button>`:f)}
      ${A(s("settings_notices.quiet"),l`${ot(r,"quiet.enabled",s("settings_notices.quiet_on"),s("settings_notices.quiet_hint"))}
        ${g.enabled?l`<div class="day-range">
                ${ht(s("settings_notices.quiet_from"),g.from,b=>r.set("quiet.from",b))}
                <span aria-hidden="true">–</span>
                ${ht(s("settings_notices.quiet_to"),g.to,b=>r.set("quiet.to",b))}
                ${g.to<=g.from?l`<span class="chip">${s("settings_notices.next_day")}</span>`:f}
              </div>
              <div class="segments" role="group" aria-label=${s("settings_notices.quiet_days")}>
                ${[1,2,3,4,5,6,7].map(b=>{let k=new Date(Date.UTC(2026,0,4+b)),w=g.days.includes(b);return l`<button
                    type="button"
                    class="segment segment-day"
                    aria-pressed=${w}
                    aria-label=${Ni.format(k)}
                    @click=${()=>r.set("quiet.days",w?g.days.filter(S=>S!==b):[...g.days,b].sort())}
                  >
                    ${Di.format(k)}
                  </button>`})}
              </div>
              <p class="field-error" role="alert">${r.errors["quiet.days"]??""}</p>`:f}`)}
      ${A(s("settings_notices.away"),"",s("settings_notices.away_intro"),N(s("settings_notices.away"),[...new Set([...Pi,r.get("away_after_min")])].sort((b,k)=>b-k).map(b=>({value:String(b),label:b?s("settings_notices.minutes",{count:b}):s("settings_notices.never")})),String(r.get("away_after_min")),b=>r.set("away_after_min",Number(b))))}`},y=()=>l`${A(s("settings_notices.send"),"",s("settings_notices.send_intro"),N(s("settings_notices.send"),[{value:"mod+enter",label:s("settings_notices.send_mod")},{value:"enter",label:s("settings_notices.send_enter")}],r.get("send_on"),g=>r.set("send_on",g)))}
  ${A(s("settings_notices.undo"),"",s("settings_notices.undo_intro"),N(s("settings_notices.undo"),[...new Set([...Ii,r.get("undo_send_s")])].sort((g,_)=>g-_).map(g=>({value:String(g),label:g?s("settings_notices.seconds",{count:g}):s("settings_notices.never")})),String(r.get("undo_send_s")),g=>r.set("undo_send_s",Number(g))))}`;return{form:r,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},tabs:[{id:"notices",label:s("settings_notices.tab_notices")},{id:"writing",label:s("settings_notices.tab_writing")},{id:"keys",label:s("settings_notices.tab_keys")}],get tab(){return a},choose(g){a=g,t()},body:()=>a==="notices"?m():a==="writing"?y():l`<p class="page-intro">${s("settings_notices.keys_intro")}</p>${c()}`}}var xe=e=>/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(e)||/^[^\s@]+@localhost$/.test(e);var Li=/(password|passwort|qwerty|asdf|letmein|admin|welcome|iloveyou|woaini|1q2w3e|abc123|12345|11111|00000|88888)/i;function Cn(e){let t=[...e];if(t.length<10)return 0;let n=[/\p{Ll}/u,/\p{Lu}/u,/\d/,/[^\p{L}\d]/u,/\p{Lo}/u].filter(o=>o.test(e)).length,a=new Set(t).size;if(Li.test(e)||a<5)return 1;let i=t.length+2*n+Math.min(a,14)/2;return i<19?2:i<25?3:4}function Ae(e,t,{upload:n,failed:a,most:i,choose:o,remove:r}){let d=`picture-${t}`;return l`<div class="set-actions">
    <input
      id=${d}
      class="hidden"
      type="file"
      accept="image/png,image/jpeg,image/webp"
      tabindex="-1"
      aria-hidden="true"
      @change=${async c=>{let[u]=c.target.files;if(c.target.value="",!!u)try{e.set(t,await n(u,i))}catch(p){a(p)}}}
    /><button type="button" class="button" @click=${()=>document.getElementById(d)?.click()}>${o}</button>
    ${e.get(t)?l`<button type="button" class="button quiet" @click=${()=>e.set(t,null)}>${r}</button>`:f}
  </div>`}var Hi=80,Ri=256,ji=10,Ui=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}];function Pn({me:e,call:t,upload:n,changed:a,setTheme:i,say:o,failed:r}){let d=m=>m.email.trim()!==e.agent.email,c=nt({read:async()=>{let m=await t("GET","/me"),{name:y,email:g,picture:_}=m.agent;return{name:y,email:g,picture:_??null,locale:m.locale,theme:m.theme,password:""}},check(m){let y={};return m.name.trim()||(y.name=s("settings_profile.name_missing")),xe(m.email.trim())?d(m)&&!m.password&&(y.password=s("settings_profile.email_password_missing")):y.email=s("settings_profile.email_odd"),y},refused(m){return m?.code==="wrong_password"?{password:s("settings_profile.password_wrong")}:m?.code==="email_taken"?{email:s("settings_profile.email_taken")}:m?.field==="email"?{email:s("settings_profile.email_odd")}:m?.field==="name"?{name:s("settings_profile.name_odd")}:{}},async write(m){let y=d(m)?m.password:void 0,{name:g,email:_,picture:b}=await t("PATCH","/me",{...m,name:m.name.trim(),email:m.email.trim(),password:y});return Object.assign(e.agent,{name:g,email:_,picture:b}),Object.assign(e,{locale:m.locale,theme:m.theme}),m.locale!==I&&setTimeout(()=>location.reload()),{...m,name:g,email:_,picture:b??null,password:""}},changed:()=>{c?.draft&&i(c.draft.theme),a()}}),u={current:"",next:"",wrong:"",busy:!1},p=async m=>{if(m.preventDefault(),!u.busy){if(u.wrong=[...u.next].length<ji?"settings_profile.password_short":"",!u.wrong){u.busy=!0;try{await t("PUT","/me/password",{current:u.current,new:u.next}),Object.assign(u,{current:"",next:""}),o(s("settings_profile.password_changed"))}catch(y){let g={wrong_password:"settings_profile.password_wrong",weak_password:"settings_profile.password_weak"};u.wrong=g[y?.code]??"",u.wrong||r(y)}u.busy=!1}a()}},$=(m,y,g)=>l`<div class="set-field">
      <div class="set-label"><label for="password-${m}">${y}</label></div>
      <input
        id="password-${m}"
        class="input"
        type="password"
        autocomplete=${g}
        aria-describedby="password-wrong"
        .value=${M(u[m])}
        @input=${_=>{u[m]=_.target.value,u.wrong="",a()}}
      />
    </div>`,h=()=>u.next?Cn(u.next):null;return{form:c,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},body:()=>l`${A(s("settings_profile.who"),l`<div class="face-big">
          ${dt({...e.agent,name:c.get("name").trim()||e.agent.name,picture:c.get("picture")})}
          <div>
            <strong>${c.get("name").trim()||e.agent.name}</strong><span class="thing-about">${c.get("email")}</span>
            ${Ae(c,"picture",{upload:n,failed:r,most:Ri,choose:s("settings_profile.picture"),remove:s("settings_profile.picture_remove")})}
          </div>
        </div>
        <div class="set-columns">
          ${Q(c,"name",{label:s("settings_profile.name"),hint:s("settings_profile.name_hint"),max:Hi,autocomplete:"name"})}
          ${Q(c,"email",{label:s("settings_profile.email"),hint:s("settings_profile.email_hint"),type:"email",inputmode:"email",autocomplete:"email"})}
        </div>
        ${c.draft&&d(c.draft)?l`<div class="set-columns">
              ${Q(c,"password",{label:s("settings_profile.email_password"),hint:s("settings_profile.email_password_hint"),type:"password",autocomplete:"current-password"})}
            </div>`:f}`,s("settings_profile.who_intro"))}
    ${A(s("agent.language"),"",s("settings_profile.language_hint"),N(s("agent.language"),Ui,c.get("locale"),m=>c.set("locale",m)))}
    ${A(s("agent.theme"),"",s("settings_profile.theme_hint"),N(s("agent.theme"),["auto","light","dark"].map(m=>({value:m,label:s(`agent.theme_${m}`)})),c.get("theme"),m=>c.set("theme",m)))}
    ${A(s("settings_profile.password"),l`<form class="set-stack" @submit=${p}>
        <input class="hidden" type="text" autocomplete="username" tabindex="-1" aria-hidden="true" .value=${e.agent.email} />
        <div class="set-columns">
          ${$("current",s("settings_profile.password_current"),"current-password")}
          ${$("next",s("settings_profile.password_new"),"new-password")}
        </div>
        <p class="field-error" id="password-wrong" role="alert">${u.wrong?s(u.wrong):""}</p>
        <div class="set-actions">
          <button class="button" type="submit" ?disabled=${!u.current||!u.next} aria-busy=${u.busy}>
            ${s("settings_profile.password_change")}
          </button>
          <span class="field-hint" role="status">${h()===null?f:s(`settings_profile.strength_${h()}`)}</span>
        </div>
      </form>`,s("settings_profile.password_intro"))}`}}function In({call:e,changed:t,say:n,failed:a,ask:i}){let o=z(async()=>(await e("GET","/agents/me/sessions")).items,t),r=u=>{let p=u.device;return p?[p.app??p.browser,p.os].filter(Boolean).join(" · ")||s(`settings_devices.kind_${p.kind}`):u.user_agent||s("settings_devices.unknown")},d=async u=>{try{await e("DELETE",`/agents/me/sessions/${u.id}`,{}),n(s("settings_devices.ended",{device:r(u)}))}catch(p){a(p)}await o.load()},c=async()=>{if(!await i({title:s("settings_devices.all_ask"),text:s("settings_devices.all_means"),confirm:s("settings_devices.all")}))return;let p=(o.value??[]).filter($=>!$.current);try{for(let $ of p)await e("DELETE",`/agents/me/sessions/${$.id}`,{});n(s("settings_devices.all_ended"))}catch($){a($)}await o.load()};return{start:o.load,body:()=>o.view(u=>A(s("settings_devices.title"),l`<ul class="things">
            ${u.map(p=>l`<li class="thing">
                  <span class="thing-mark">${T(p.device?.kind==="phone"||p.device?.kind==="tablet"?"smartphone":"monitor")}</span>
                  <div class="thing-what">
                    <span class="thing-name">${r(p)}${p.current?l`<span class="chip chip-ok">${s("settings_devices.this")}</span>`:f}</span>
                    <span class="thing-about" title=${H(p.last_seen_at)}
                      >${[p.address,p.current?null:s("settings_devices.seen",{time:mt(p.last_seen_at,Date.now())}),s("settings_devices.since",{time:H(p.created_at)})].filter(Boolean).join(" · ")}</span
                    >
                  </div>
                  <div class="thing-does">
                    ${p.current?f:l`<button type="button" class="button" aria-label=${s("settings_devices.end_one",{device:r(p)})} @click=${()=>d(p)}>${s("settings_devices.end")}</button>`}
                  </div>
                </li>`)}
          </ul>`,s("settings_devices.intro"),u.some(p=>!p.current)?l`<button type="button" class="button" @click=${c}>${s("settings_devices.all")}</button>`:f))}}var qi=80,Bi=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}],zi=e=>{let t=typeof Intl.supportedValuesOf=="function"?Intl.supportedValuesOf("timeZone"):[];return[...new Set([e,...t])].sort().map(n=>({value:n,label:n.replaceAll("_"," ")}))};function Dn({me:e,call:t,changed:n}){let a=nt({read:async()=>{let{name:i,locale:o,time_zone:r}=await t("GET","/shop");return{name:i,locale:o,time_zone:r}},check:i=>i.name.trim()?{}:{name:s("settings_shop.name_missing")},refused:i=>i?.field==="name"?{name:s("settings_shop.name_odd")}:i?.field==="time_zone"?{time_zone:s("settings_shop.zone_odd")}:{},async write(i){let{name:o,locale:r,time_zone:d}=await t("PATCH","/shop",{...i,name:i.name.trim()});return e.shop.name=o,{name:o,locale:r,time_zone:d}},changed:n});return{form:a,body:()=>l`${A(s("settings_shop.name"),Q(a,"name",{label:s("settings_shop.name_label"),max:qi,autocomplete:"organization"}),s("settings_shop.name_intro"))}
    ${A(s("settings_shop.language"),"",s("settings_shop.language_intro"),N(s("settings_shop.language"),Bi,a.get("locale"),i=>a.set("locale",i)))}
    ${A(s("settings_shop.zone"),nn(a,"time_zone",{label:s("settings_shop.zone_label"),options:zi(a.get("time_zone")),hint:s("settings_shop.zone_now",{time:Yt(a.get("time_zone"),Date.now(),I)})}),l`${s("settings_shop.zone_intro")} <a href="/settings/hours">${s("settings_shop.to_hours")}</a>`)}`}}async function Zt(e,t){let n="",a=!1;for(;;){try{return await t(n?{password:n}:{})}catch(o){if(o?.code!=="password_required"&&o?.code!=="wrong_password")throw o;a=o.code==="wrong_password"}if(n="",!await e({title:s("settings_frame.password_title"),text:s("settings_frame.password_text"),confirm:s("settings_frame.password_go"),content:l`<div class="set-field">
        <div class="set-label"><label for="dialog-password">${s("settings_frame.password")}</label></div>
        <input
          id="dialog-password"
          class="input"
          type="password"
          autocomplete="current-password"
          autofocus
          aria-describedby="dialog-password-wrong"
          @input=${o=>n=o.target.value}
        />
        <p class="field-error" id="dialog-password-wrong" role="alert">${a?s("settings_frame.password_wrong"):""}</p>
      </div>`})||!n)return null}}var Fi=80;function Nn({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=z(async()=>{let[k,w]=await Promise.all([t("GET","/agents?limit=200"),t("GET","/agents/invitations")]);return{agents:k.items,invitations:w.items}},n),d=e.agent.role==="owner",c={email:"",name:"",role:"agent",wrong:"",busy:!1},u=null,p=(d?["owner","admin","agent"]:["admin","agent"]).map(k=>({value:k,label:s(`settings_team.role_${k}`)})),$=k=>{let S={seat_limit:"settings_team.no_seat",last_owner:"settings_team.last_owner",email_taken:"settings_team.email_taken"}[k?.code];S?a(s(S),{bad:!0}):i(k)},h=async(k,w,S)=>{try{let E=await Zt(o,C=>t("PATCH",`/agents/${k.id}`,{...w,...C}));E&&(Object.assign(k,E),a(S))}catch(E){$(E)}await r.load()},m=async k=>{await o({title:s("settings_team.disable_ask",{name:k.name}),text:s("settings_team.disable_means"),confirm:s("settings_team.disable")})&&await h(k,{active:!1},s("settings_team.is_disabled",{name:k.name}))},y=async k=>{if(k.preventDefault(),!c.busy){if(c.wrong=xe(c.email.trim())?"":"settings_team.email_odd",!c.wrong){c.busy=!0;try{let w={email:c.email.trim(),name:c.name.trim(),role:c.role},S=await Zt(o,E=>t("POST","/agents/invitations",{...w,...E}));S&&(u=S,Object.assign(c,{email:"",name:"",role:"agent"}),await r.load())}catch(w){$(w)}c.busy=!1}n()}},g=async k=>{try{await t("DELETE",`/agents/invitations/${k.id}`,{}),u?.id===k.id&&(u=null),a(s("settings_team.taken_back",{email:k.email}))}catch(w){i(w)}await r.load()},_=k=>{let w=k.id===e.agent.id,S=!w&&(d||k.role!=="owner");return l`<li class="thing ${k.active?"":"off"}" data-agent=${k.email}>
      ${dt(k)}
      <div class="thing-what">
        <span class="thing-name"
          >${k.name}${w?l`<span class="chip">${s("common.you")}</span>`:f}${k.active?f:l`<span class="chip">${s("settings_team.disabled")}</span>`}</span
        >
        <span class="thing-about"
          >${k.email} ·
          ${k.active?s(`agent.state_${k.online?k.availability:"offline"}`):s("settings_team.no_access")}</span
        >
      </div>
      <div class="thing-does">
        ${S&&k.active?l`${Y(`role-${k.id}`,p,k.role,E=>h(k,{role:E},s("settings_team.role_changed",{name:k.name,role:s(`settings_team.role_${E}`)})),s("settings_team.role_of",{name:k.name}))}
              <button type="button" class="button quiet" @click=${()=>m(k)}>${s("settings_team.disable")}</button>`:l`<span class="thing-about">${s(`settings_team.role_${k.role}`)}</span>${S?l`<button type="button" class="button" @click=${()=>h(k,{active:!0},s("settings_team.is_enabled",{name:k.name}))}>
                    ${s("settings_team.enable")}
                  </button>`:f}`}
      </div>
    </li>`},b=k=>k.length===0?f:l`<ul class="things">
          ${k.map(w=>l`<li class="thing">
                <span class="thing-mark">${T("user")}</span>
                <div class="thing-what">
                  <span class="thing-name">${w.name||w.email}<span class="chip">${s("settings_team.invited")}</span></span>
                  <span class="thing-about" title=${H(w.expires_at)}
                    >${w.name?`${w.email} · `:""}${s(`settings_team.role_${w.role}`)} ·
                    ${s("settings_team.until",{time:Kt(w.expires_at,Date.now())})}</span
                  >
                </div>
                <div class="thing-does">
                  <button type="button" class="button quiet" @click=${()=>g(w)}>${s("settings_team.take_back")}</button>
                </div>
              </li>`)}
        </ul>`;return{start:r.load,body:()=>r.view(({agents:k,invitations:w})=>{let S=k.filter(C=>C.active).length,E=e.seats.allowed;return l`${A(s("settings_team.seats",{used:S,allowed:E}),l`<progress class="seats" max=${E} value=${S} aria-label=${s("settings_team.seats_name")}></progress>`,s("settings_team.seats_intro"))}
          ${A(s("settings_team.members"),l`<ul class="things">${k.map(_)}</ul>`,s("settings_team.roles_intro"))}
          ${A(s("settings_team.invite"),l`<form class="set-stack" novalidate @submit=${y}>
                <div class="set-columns">
                  <div class="set-field">
                    <div class="set-label"><label for="invite-email">${s("settings_team.email")}</label></div>
                    <input
                      id="invite-email"
                      class="input"
                      type="email"
                      inputmode="email"
                      autocomplete="off"
                      aria-invalid=${c.wrong?"true":f}
                      aria-describedby="invite-wrong"
                      .value=${M(c.email)}
                      @input=${C=>Object.assign(c,{email:C.target.value,wrong:""})}
                    />
                    <p class="field-error" id="invite-wrong" role="alert">${c.wrong?s(c.wrong):""}</p>
                  </div>
                  <div class="set-field">
                    <div class="set-label"><label for="invite-name">${s("settings_team.name")}</label></div>
                    <input
                      id="invite-name"
                      class="input"
                      autocomplete="off"
                      maxlength=${Fi}
                      .value=${M(c.name)}
                      @input=${C=>Object.assign(c,{name:C.target.value})}
                    />
                  </div>
                </div>
                <div class="set-actions">
                  ${Y("invite-role",p.filter(C=>C.value!=="owner"),c.role,C=>Object.assign(c,{role:C}),s("settings_team.role"))}
                  <button class="button primary" type="submit" aria-busy=${c.busy}>${s("settings_team.make_link")}</button>
                </div>
              </form>
              ${u?l`<div class="once" role="status">
                    <strong>${s("settings_team.link_for",{email:u.email})}</strong>
                    ${st(u.url,void 0,s("settings_team.link_for",{email:u.email}))}
                    <p class="field-hint">${s("settings_team.link_once")}</p>
                  </div>`:f}
              ${b(w)}`,s("settings_team.invite_intro"))}`})}}var Gi=80;function Ln({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=e.agent.role!=="agent",d=z(async()=>{let[h,m]=await Promise.all([t("GET","/tokens"),r?t("GET","/agents?limit=200"):{items:[]}]),y=new Map(m.items.map(g=>[g.id,g.name]));return h.items.filter(g=>!g.revoked_at).map(g=>({...g,agent:g.agent_id===e.agent.id?null:y.get(g.agent_id)??g.agent_id}))},n),c={name:"",busy:!1},u=null,p=async h=>{if(h.preventDefault(),!(c.busy||!c.name.trim())){c.busy=!0;try{let m=c.name.trim(),y=await Zt(o,g=>t("POST","/tokens",{name:m,...g}));y&&(u=y,c.name="",await d.load())}catch(m){i(m)}c.busy=!1,n()}},$=async h=>{if(await o({title:s("settings_tokens.revoke_ask",{name:h.name}),text:s("settings_tokens.revoke_means"),confirm:s("settings_tokens.revoke")})){try{await t("DELETE",`/tokens/${h.id}`,{}),a(s("settings_tokens.revoked",{name:h.name}))}catch(y){i(y)}await d.load()}};return{start:d.load,body:()=>l`${A(s("settings_tokens.new"),l`<form class="set-stack" @submit=${p}>
            <div class="set-field">
              <div class="set-label"><label for="token-name">${s("settings_tokens.name")}</label></div>
              <div class="set-box">
                <input
                  id="token-name"
                  class="input"
                  autocomplete="off"
                  maxlength=${Gi}
                  .value=${M(c.name)}
                  @input=${h=>{c.name=h.target.value,n()}}
                /><button class="button primary" type="submit" ?disabled=${!c.name.trim()} aria-busy=${c.busy}>${s("settings_tokens.make")}</button>
              </div>
              <p class="field-hint">${s("settings_tokens.name_hint")}</p>
            </div>
          </form>
          ${u?l`<div class="once" role="status">
                <strong>${s("settings_tokens.made",{name:u.name})}</strong>
                ${st(u.token,void 0,s("settings_tokens.made",{name:u.name}))}
                <p class="field-hint">${s("settings_tokens.once")}</p>
              </div>`:f}`,l`${s("settings_tokens.intro")} <a href="/docs">${s("settings_tokens.docs")}</a>`)}
      ${d.view(h=>A(s("settings_tokens.list"),h.length===0?l`<p class="nothing-yet">${s("settings_tokens.none")}</p>`:l`<ul class="things">
                ${h.map(m=>l`<li class="thing">
                      <span class="thing-mark">${T("code")}</span>
                      <div class="thing-what">
                        <span class="thing-name">${m.name}${m.agent?l`<span class="chip">${m.agent}</span>`:f}</span>
                        <span class="thing-about"
                          >${[m.last_used_at?s("settings_tokens.used",{time:mt(m.last_used_at,Date.now())}):s("settings_tokens.unused"),s("settings_tokens.since",{time:H(m.created_at)}),s(Date.parse(m.expires_at)>Date.now()?"settings_tokens.until":"settings_tokens.ended",{time:H(m.expires_at)})].join(" · ")}</span
                        >
                      </div>
                      <div class="thing-does">
                        <button type="button" class="button" aria-label=${s("settings_tokens.revoke_one",{name:m.name})} @click=${()=>$(m)}>${s("settings_tokens.revoke")}</button>
                      </div>
                    </li>`)}
              </ul>`,r?s("settings_tokens.list_all"):s("settings_tokens.list_own")))}`}}var Vi=["zh-CN","en"];var ss=["text","email","phone","select","checkbox","consent"],Ki=/^#[0-9a-f]{6}$/,Wi=/^\s*(--sd-[a-z0-9-]{1,32})\s*:\s*([^;]{1,80}?)\s*;?\s*$/;function Rn(e){let t={};for(let n of e.split(`
`)){if(!n.trim())continue;let[,a,i]=Wi.exec(n)??[];if(!a)return null;t[a]=i}return t}var ns=({settings:e,allowed_origins:t})=>({...e,custom:Object.entries(e.custom).map(([n,a])=>`${n}: ${a}`).join(`
`),origins:t.join(`
`)});function as({origins:e,...t}){return{...t,custom:Rn(t.custom)??{}}}var Yi=e=>[...new Set(e.split(/[\s,，;；、]+/).filter(Boolean))];function jn(e,t){let n=new Set(t.map(o=>o.split(".")[0])),a={};n.delete("origins")&&(a.allowed_origins=Yi(e.origins));let i=as(e);return n.size>0&&(a.settings=Object.fromEntries([...n].map(o=>[o,i[o]]))),a.settings?.questions&&(a.settings.questions=Object.fromEntries(Object.entries(a.settings.questions).map(([o,r])=>[o,r.map(d=>d.trim()).filter(Boolean)]))),a}var Hn=e=>Vi.some(t=>e[t]?.trim());function Un(e){let t={};Ki.test(e.accent)||(t.accent="colour");for(let n of["x","y"]){let a=e.launcher.offset[n];(!Number.isInteger(a)||a<0||a>400)&&(t["launcher.offset"]="offset")}return Rn(e.custom)===null&&(t.custom="custom"),e.form.when!=="never"&&e.form.fields.length===0&&(t["form.fields"]="fields"),e.form.fields.forEach((n,a)=>{Hn(n.label)?n.type==="select"&&(n.options.length===0||!n.options.every(Hn))&&(t[`form.fields.${a}`]="options"):t[`form.fields.${a}`]="label"}),t}function is(e,t){let n=new Set(t.map(o=>o.id)),a=e==="email"||e==="phone"?e:n.has("name")||e!=="text"?`${e}_1`:"name";if(!n.has(a))return a;let i=1;for(;n.has(`${e}_${i}`);)i+=1;return`${e}_${i}`}var qn=80;function Bn(e){let t=e.get("form.fields"),n=o=>e.set("form.fields",o),a=o=>{n([...t,{id:is(o,t),type:o,label:{"zh-CN":s(`settings_widget.asks_zh_${o}`),en:s(`settings_widget.asks_en_${o}`)},required:o==="consent",options:o==="select"?[{"zh-CN":"",en:""}]:[]}]),e.get("form.when")==="never"&&e.set("form.when","before")},i=(o,r)=>{let d=p=>n(t.with(r,{...o,...p})),c=r+1,u=(p,$)=>l`<input
        class="input"
        aria-label="${s("settings_widget.field_n",{n:c})} · ${$}"
        placeholder=${$}
        maxlength=${qn}
        .value=${M(o.label[p]??"")}
        @input=${h=>d({label:{...o.label,[p]:h.target.value}})}
      />`;return l`<li class="field-card">
      <div class="field-card-head">
        ${Y(`field-type-${r}`,ss.map(p=>({value:p,label:s(`settings_widget.kind_${p}`)})),o.type,p=>d({type:p,id:is(p,t.toSpliced(r,1)),options:p==="select"?[{"zh-CN":"",en:""}]:[]}),`${s("settings_widget.field_n",{n:c})} · ${s("settings_widget.field_kind")}`)}
        <label class="check"><input type="checkbox" .checked=${M(o.required)} @change=${p=>d({required:p.target.checked})} /><span>${s("settings_widget.required")}</span></label>
        <span class="grow"></span>
        ${r>0?l`<button type="button" class="icon-button" aria-label=${s("settings_widget.up",{n:c})} title=${s("settings_widget.up",{n:c})} @click=${()=>n(t.with(r-1,o).with(r,t[r-1]))}>${T("up")}</button>`:f}
        <button type="button" class="icon-button" aria-label=${s("settings_widget.remove_n",{n:c})} title=${s("settings_widget.remove_n",{n:c})} @click=${()=>n(t.toSpliced(r,1))}>${T("trash")}</button>
      </div>
      <div class="set-columns tight">${u("zh-CN",s("settings_widget.in_zh"))}${u("en",s("settings_widget.in_en"))}</div>
      ${o.type==="select"?l`<ul class="lines">
              ${o.options.map((p,$)=>l`<li>
                    ${["zh-CN","en"].map(h=>l`<input
                          class="input"
                          aria-label="${s("settings_widget.field_n",{n:c})} · ${s("settings_widget.option_n",{n:$+1})} · ${s(h==="en"?"settings_widget.in_en":"settings_widget.in_zh")}"
                          placeholder="${s("settings_widget.option_n",{n:$+1})} · ${s(h==="en"?"settings_widget.in_en":"settings_widget.in_zh")}"
                          maxlength=${qn}
                          .value=${M(p[h]??"")}
                          @input=${m=>d({options:o.options.with($,{...p,[h]:m.target.value})})}
                        />`)}
                    <button type="button" class="icon-button" aria-label=${s("settings_widget.remove_option",{n:$+1})} @click=${()=>d({options:o.options.toSpliced($,1)})}>${T("x")}</button>
                  </li>`)}
            </ul>
            ${o.options.length<20?l`<button type="button" class="text-button" data-adds=".lines li:last-child input" @click=${()=>d({options:[...o.options,{"zh-CN":"",en:""}]})}>${s("settings_widget.option_add")}</button>`:f}`:f}
      ${G(e,`form.fields.${r}`)}
    </li>`};return l`${A(s("settings_widget.asks"),N(s("settings_widget.asks"),["never","before","closed"].map(o=>({value:o,label:s(`settings_widget.asks_${o}`)})),e.get("form.when"),o=>e.set("form.when",o)),s("settings_widget.asks_intro"))}
    ${A(s("settings_widget.fields"),l`${t.length?l`<ul class="field-cards">${t.map(i)}</ul>`:l`<p class="nothing-yet">${s("settings_widget.no_fields")}</p>`}
        ${G(e,"form.fields")}
        ${t.length<8?l`<div class="set-actions" role="group" aria-label=${s("settings_widget.field_add")}>
              <span class="thing-about">${s("settings_widget.field_add")}</span>
              ${ss.map(o=>l`<button type="button" class="button" data-adds=".field-card:last-child .input" @click=${()=>a(o)}>${T("plus",14)}${s(`settings_widget.kind_${o}`)}</button>`)}
            </div>`:f}`,s("settings_widget.fields_intro"))}`}var Ee=[{id:"php",name:"PHP",lines:`<?php
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
var token = head + "." + encode.encodeToString(mac.doFinal(head.getBytes(utf8)));`}],zn="servicedesk('identify', null, token);";function Fn({call:e,changed:t,say:n,failed:a,ask:i}){let o="php",r=null,d=!1,c="",u=null,p=async()=>{if(d)return d=!1,t();try{r??=(await e("GET","/widgets/default/secret")).secret,d=!0}catch(y){a(y)}t()},$=async()=>{if(await i({title:s("settings_widget.secret_ask"),text:s("settings_widget.secret_means"),confirm:s("settings_widget.secret_replace")})){try{r=(await e("POST","/widgets/default/secret",{})).secret,d=!0,n(s("settings_widget.secret_replaced"))}catch(g){a(g)}t()}},h=async y=>{if(y.preventDefault(),!!c.trim()){try{u=await e("POST","/widgets/default/identity-check",{token:c.trim()})}catch(g){a(g)}t()}},m=()=>{if(!u)return f;if(!u.valid)return l`<p class="check-line bad">${s(`settings_widget.problem_${u.problem}`)}</p>`;let{sub:y,name:g,email:_,phone:b}=u.claims??{},k=Object.entries({sub:y,name:g,email:_,phone:b}).filter(([,w])=>w);return l`<p class="check-line good">${s("settings_widget.valid",{time:u.expires_at?H(u.expires_at):""})}</p>
      <dl class="facts">${k.map(([w,S])=>l`<dt>${s(`settings_widget.claim_${w}`)}</dt><dd>${S}</dd>`)}</dl>`};return{start(){},body(){let y=Ee.find(g=>g.id===o)??Ee[0];return l`${A(s("settings_widget.server"),l`${N(s("settings_widget.language"),Ee.map(g=>({value:g.id,label:g.name})),o,g=>{o=g,t()})}
            ${st(y.lines,void 0,y.name)}`,s("settings_widget.server_intro"))}
        ${A(s("settings_widget.page"),st(zn,void 0,s("settings_widget.page")),s("settings_widget.page_intro"))}
        ${A(s("settings_widget.secret"),l`${d&&r?st(r,void 0,s("settings_widget.secret")):f}
            <div class="set-actions">
              <button type="button" class="button" aria-expanded=${d} @click=${p}>${s(d?"settings_widget.secret_hide":"settings_widget.secret_show")}</button>
              <button type="button" class="button quiet danger" @click=${$}>${s("settings_widget.secret_replace")}</button>
            </div>`,s("settings_widget.secret_intro"))}
        ${A(s("settings_widget.check"),l`<form class="set-stack" @submit=${h}>
            <textarea
              class="input area mono"
              rows="3"
              aria-label=${s("settings_widget.check")}
              spellcheck="false"
             
              .value=${M(c)}
              @input=${g=>{c=g.target.value,u=null,t()}}
            ></textarea>
            <div class="set-actions"><button type="submit" class="button" ?disabled=${!c.trim()}>${s("settings_widget.check_it")}</button></div>
            <div role="status" class="set-stack">${m()}</div>
          </form>`,s("settings_widget.check_intro"))}`}}}var Me=e=>[1,3,5].map(t=>Number.parseInt(e.slice(t,t+2),16)/255);function Ht(e){let[t,n,a]=e.map(i=>i<=.04045?i/12.92:((i+.055)/1.055)**2.4);return .2126*t+.7152*n+.0722*a}var Se=(e,t)=>(Math.max(e,t)+.05)/(Math.min(e,t)+.05),Ji=e=>`#${e.map(t=>Math.round(t*255).toString(16).padStart(2,"0")).join("")}`,Gn=4.5;function Vn(e){let t=Me(e);if(Se(Ht(t),1)>=Gn)return{accent:e,on:"#ffffff"};if(Se(Ht(t),Ht(Me("#1b1f1a")))>=7)return{accent:e,on:"#1b1f1a"};for(;Se(Ht(t),1)<Gn;)t=t.map(n=>n*.96);return{accent:Ji(t),on:"#ffffff"}}var Kn=(e,t)=>Se(Ht(Me(e)),Ht(Me(t)));var Qi={green:"#1f6f5c",blue:"#3569b0",amber:"#96590b",plum:"#84508f",red:"#a4372c",ink:"#2c322b"},to={bubble:"bubble",square:"square",headset:"headset",leaf:"leaf"},Wn=20,eo=256,so=1200;function no(e){let t=String(e.get("accent")),n=/^#[0-9a-f]{6}$/.test(t),a=n?Vn(t):null,i=Dt("accent");return l`<div class="swatches" role="radiogroup" aria-label=${s("settings_widget.colour")}>
      ${Object.entries(Qi).map(([o,r])=>l`<label class="swatch swatch-${o}"
            ><input type="radio" name="accent" aria-label=${s(`settings_widget.accent_${o}`)} .checked=${M(r===t)} @change=${()=>e.set("accent",r)} /><i></i
          ></label>`)}
      <span class="own-colour"
        ><input
          type="color"
          aria-label=${s("settings_widget.accent_own")}
          .value=${M(n?t:"#1f6f5c")}
          @input=${o=>e.set("accent",o.target.value)} /><input
          id=${i}
          class="input mono"
          maxlength="7"
          spellcheck="false"
          aria-label=${s("settings_widget.accent_hex")}
          aria-invalid=${e.errors.accent?"true":"false"}
          aria-describedby="${i}-error"
          .value=${M(t)}
          @input=${o=>e.set("accent",o.target.value.trim().toLowerCase())}
      /></span>
    </div>
    ${a?a.accent===t?l`<p class="check-line good">${T("done")}${s(a.on==="#ffffff"?"settings_widget.contrast_white":"settings_widget.contrast_black",{ratio:Kn(t,a.on).toFixed(1)})}</p>`:l`<p class="check-line warn">${T("alert")}${s("settings_widget.darkened",{colour:a.accent})}</p>`:""}
    ${G(e,"accent")}`}var Yn=(e,t,n)=>l`<label class="with-unit"
    ><span>${n}</span
    ><input
      class="input"
      inputmode="numeric"
      maxlength="3"
      .value=${M(String(e.get(`launcher.offset.${t}`)))}
      @input=${a=>e.set(`launcher.offset.${t}`,/^\d+$/.test(a.target.value)?Number(a.target.value):a.target.value)}
  /></label>`;function Xn({upload:e,failed:t},n){let a=(i,o,r)=>l`<div class="set-field">
      <span class="field-label">${r}</span>
      <div class="picture-line">
        ${n.get(i)?l`<img class="picture-shown" src="/p/${n.get(i)}" alt="" />`:l`<span class="picture-shown" aria-hidden="true"></span>`}
        ${Ae(n,i,{upload:e,failed:t,most:o,choose:s("settings_widget.picture_choose"),remove:s("settings_widget.picture_remove")})}
      </div>
      ${G(n,i)}
    </div>`;return l`${A(s("settings_widget.colour"),no(n),s("settings_widget.colour_intro"))}
    ${A(s("settings_widget.theme"),"",s("settings_widget.theme_intro"),N(s("settings_widget.theme"),["auto","light","dark"].map(i=>({value:i,label:s(`settings_widget.theme_${i}`)})),n.get("theme"),i=>n.set("theme",i)))}
    ${A(s("settings_widget.launcher"),l`<div class="set-columns">
          <div class="set-field">
            <span class="field-label">${s("settings_widget.position")}</span>
            ${N(s("settings_widget.position"),["left","right"].map(i=>({value:i,label:s(`settings_widget.position_${i}`)})),n.get("launcher.position"),i=>n.set("launcher.position",i))}
          </div>
          <div class="set-field">
            <span class="field-label">${s("settings_widget.offset")} <span class="field-hint">${s("settings_widget.offset_hint")}</span></span>
            <div class="set-pair">
              ${Yn(n,"x",s(`settings_widget.from_${n.get("launcher.position")}`))} ${Yn(n,"y",s("settings_widget.from_below"))}
            </div>
            ${G(n,"launcher.offset")}
          </div>
          <div class="set-field">
            <span class="field-label">${s("settings_widget.icon")}</span>
            <div class="icon-choice" role="radiogroup" aria-label=${s("settings_widget.icon")}>
              ${Object.entries(to).map(([i,o])=>l`<label title=${s(`settings_widget.icon_${i}`)}
                    ><input
                      type="radio"
                      name="launcher-icon"
                      aria-label=${s(`settings_widget.icon_${i}`)}
                      .checked=${M(n.get("launcher.icon")===i)}
                      @change=${()=>n.set("launcher.icon",i)} /><span>${T(o,20)}</span></label
                  >`)}
            </div>
          </div>
          <div class="set-field">
            ${Q(n,"launcher.label.zh-CN",{label:s("settings_widget.label_zh"),max:Wn,placeholder:s("settings_widget.label_example")})}
          </div>
          <div class="set-field">${Q(n,"launcher.label.en",{label:s("settings_widget.label_en"),note:s("settings_widget.label_hint"),max:Wn})}</div>
        </div>
        ${ot(n,"launcher.hidden",s("settings_widget.hidden"),l`${s("settings_widget.hidden_hint")} <code>servicedesk('open')</code>`)}`)}
    ${A(s("settings_widget.pictures"),l`<div class="set-columns">${a("logo",eo,s("settings_widget.logo"))}${a("header",so,s("settings_widget.header"))}</div>`,s("settings_widget.pictures_intro"))}
    ${A(s("settings_widget.radius"),"",void 0,l`<span class="slider"
        ><span class="thing-about">${s("settings_widget.radius_square")}</span
        ><input
          type="range"
          min="0"
          max="24"
          aria-label=${s("settings_widget.radius")}
          .value=${M(String(n.get("radius")))}
          @input=${i=>n.set("radius",Number(i.target.value))}
        /><span class="thing-about">${s("settings_widget.radius_round")}</span><output>${n.get("radius")}</output></span
      >`)}
    ${A(s("settings_widget.custom"),gt(n,"custom",{label:s("settings_widget.custom_label"),rows:3,mono:!0,placeholder:"--sd-surface: #fffdf8",hint:s("settings_widget.custom_hint")}),s("settings_widget.custom_intro"))}`}var io=40,os=300,oo=60,ro=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}],Jt=document.documentElement.lang==="en"?"en":"zh-CN",rs=()=>Jt,lo=e=>N(s("settings_widget.words_language"),ro,Jt,t=>{Jt=t,e.set("accent",e.get("accent"))});function co(e){let t=`questions.${Jt}`,n=e.get(t)??[],a=i=>e.set(t,i);return l`<ul class="lines">
      ${n.map((i,o)=>l`<li>
            <input
              class="input"
              aria-label=${s("settings_widget.question_n",{n:o+1})}
              placeholder=${s("settings_widget.question_example")}
              maxlength=${oo}
              .value=${M(i)}
              @input=${r=>a(n.with(o,r.target.value))}
            />
            ${o>0?l`<button type="button" class="icon-button" aria-label=${s("settings_widget.up",{n:o+1})} title=${s("settings_widget.up",{n:o+1})} @click=${()=>a(n.with(o-1,i).with(o,n[o-1]))}>${T("up")}</button>`:l`<span class="icon-space"></span>`}
            <button type="button" class="icon-button" aria-label=${s("settings_widget.remove_n",{n:o+1})} title=${s("settings_widget.remove_n",{n:o+1})} @click=${()=>a(n.toSpliced(o,1))}>${T("x")}</button>
          </li>`)}
    </ul>
    ${n.length<6?l`<div class="set-actions"><button type="button" class="button" data-adds=".lines li:last-child input" @click=${()=>a([...n,""])}>${T("plus")}${s("settings_widget.question_add")}</button></div>`:f}
    ${G(e,t)}`}function Zn(e){let t=n=>`texts.${Jt}.${n}`;return l`${A(s("settings_widget.words"),l`${Q(e,t("title"),{label:s("settings_widget.title"),hint:s("settings_widget.title_hint"),max:io})}
        ${gt(e,t("greeting"),{label:s("settings_widget.greeting"),hint:s("settings_widget.greeting_hint"),max:os,rows:2})}
        ${gt(e,t("welcome"),{label:s("settings_widget.welcome"),hint:s("settings_widget.welcome_hint"),max:os,rows:2})}
        ${gt(e,t("offline"),{label:s("settings_widget.offline"),hint:s("settings_widget.offline_hint"),max:os,rows:2})}`,s("settings_widget.words_intro"),lo(e))}
    ${A(s("settings_widget.questions"),co(e),s("settings_widget.questions_intro"))}
    ${A(s("settings_widget.habits"),l`${ot(e,"rating",s("settings_widget.rating"),s("settings_widget.rating_hint"))}
      ${ot(e,"sound",s("settings_widget.sound"),s("settings_widget.sound_hint"))}
      ${ot(e,"typing_preview",s("settings_widget.typing"),s("settings_widget.typing_hint"))}`)}`}var uo=["home","talk","form","offline","closed"],po=640,Jn=360,Qn=700;function ta({me:e,changed:t},n,a){let i="desktop",o=matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light",r=null,d=!1,c="",u=()=>document.getElementById("preview-frame"),p=()=>(a()!==c&&(c=a(),r=null),r??(a()==="form"?"form":"home")),$=()=>{n.phase==="ready"&&u()?.contentWindow?.postMessage({servicedesk:"preview",settings:as(n.draft),shop:{name:e.shop.name},view:p(),theme:o,device:i,locale:rs()},location.origin)},h=()=>{let y=document.querySelector(".preview-box"),g=u();if(!(y instanceof HTMLElement)||!g)return;let[_,b]=[y.clientWidth,y.clientHeight];if(!_||!b)return;let k=i==="desktop"?Math.max(po,_):Jn,w=i==="desktop"?_/k:Math.min(1,b/Qn,_/Jn),S=i==="desktop"?b/w:Math.min(Qn,b/w);g.style.setProperty("width",`${k}px`),g.style.setProperty("height",`${S}px`),g.style.setProperty("transform",`scale(${w})`),g.style.setProperty("left",`${Math.max(0,(_-k*w)/2)}px`),g.style.setProperty("top",`${i==="desktop"?0:Math.max(0,(b-S*w)/2)}px`)};addEventListener("message",({origin:y,source:g,data:_})=>{y===location.origin&&g===u()?.contentWindow&&_?.servicedesk==="preview-ready"&&$()}),addEventListener("resize",h);let m=y=>{y(),t()};return{view(){requestAnimationFrame(()=>{h(),$()});let y=rs();return l`<button type="button" class="button preview-open" @click=${()=>m(()=>d=!0)}>${T("smartphone")}${s("settings_widget.preview")}</button>
        <section class="preview" data-open=${d} aria-label=${s("settings_widget.preview")}>
          <header class="preview-head">
            <span class="preview-name">${s("settings_widget.preview")}</span>
            ${N(s("settings_widget.device"),["desktop","phone"].map(g=>({value:g,label:s(`settings_widget.device_${g}`)})),i,g=>m(()=>i=g))}
            ${N(s("settings_widget.theme"),[{value:"light",label:T("sun"),title:s("settings_widget.theme_light")},{value:"dark",label:T("moon"),title:s("settings_widget.theme_dark")}],o,g=>m(()=>o=g))}
            ${Y("preview-view",uo.map(g=>({value:g,label:s(`settings_widget.view_${g}`)})),p(),g=>m(()=>r=g),s("settings_widget.view"))}
            <button type="button" class="icon-button preview-close" aria-label=${s("common.close")} @click=${()=>m(()=>d=!1)}>${T("x",20)}</button>
          </header>
          <div class="preview-box ${i}">
            <iframe id="preview-frame" title=${s("settings_widget.preview")} tabindex="-1" src="/w/preview?k=${e.widget.key}&locale=${y}"></iframe>
          </div>
        </section>`}}}var ls=(e,t)=>`<script async src="${e}/w.js" data-key="${t}"><\/script>`;function ea(e){return e.replace(" data-key",`
  data-key`).split(/("[^"]*"|script)/).map(t=>({text:t,kind:t.startsWith('"')?"code-text":t==="script"?"code-name":""}))}var sa=["any","youzan","wordpress","shopify","next","send"],mo=(e,t)=>`import Script from 'next/script';

<Script src="${e}/w.js" data-key="${t}" strategy="afterInteractive" />`;function na(e,t,n){return e==="next"?mo(t,n):e==="send"?s("settings_site.letter",{tag:ls(t,n)}):ls(t,n)}var go=4e3;function aa({me:e,call:t,changed:n,origin:a},i){let o="any",r=e.widget?.seen??null,d=async()=>{try{document.visibilityState==="visible"&&(r=(await t("GET","/setup/seen")).seen,n())}catch{}setTimeout(d,go)},c=u=>{try{return new URL(u).host}catch{return u}};return{start:d,status:()=>r?l`<span class="chip chip-ok"><i class="chip-dot now-dot"></i><span>${c(r.url)}</span></span>`:l`<span class="chip"><span>${s("settings_site.not_seen")}</span></span>`,body(){let u=na(o,a,e.widget?.key??"");return l`${A(s("settings_site.tag"),l`${N(s("settings_site.where"),sa.map(p=>({value:p,label:s(`settings_site.builder_${p}`)})),o,p=>{o=p,n()})}
            <p class="steps-text">${s(`settings_site.how_${o}`)}</p>
            ${st(u,ea(u).map(p=>l`<span class=${p.kind}>${p.text}</span>`),s("settings_site.tag"))}`,s("settings_site.tag_intro"))}
        ${A(r?s("settings_site.seen"):s("settings_site.unseen"),"",r?`${r.url.replace(/^https?:\/\//,"")} · ${mt(r.at,Date.now())}`:s("settings_site.unseen_hint"),l`<a class="button" href="/demo" target="_blank" rel="noopener">${s("settings_site.try_it")}${T("out")}</a>`)}
        ${A(s("settings_site.origins"),gt(i,"origins",{label:s("settings_site.origins_label"),rows:3,mono:!0,placeholder:`https://www.example.com
*.example.com`,hint:s("settings_site.origins_hint")}),s("settings_site.origins_intro"))}`}}}function ia(e){let{me:t,call:n,changed:a}=e,i=location.hash==="#site"?"site":"look",o=nt({read:async()=>ns(await n("GET","/widgets/default")),check:p=>Object.fromEntries(Object.entries(Un(p)).map(([$,h])=>[$,s(`settings_widget.wrong_${h}`)])),refused(p){let $=String(p?.field??"");return $.startsWith("allowed_origins")?{origins:s("settings_widget.wrong_origin")}:$.startsWith("settings.custom")?{custom:s("settings_widget.wrong_custom")}:$.startsWith("settings.")?{[$.slice(9)]:s("settings_widget.wrong_value")}:{}},write:async(p,$)=>ns(await n("PATCH","/widgets/default",jn(p,$))),changed:a}),r=aa(e,o),d=Fn(e),c=ta(e,o,()=>i),u={look:()=>Xn(e,o),words:()=>Zn(o),form:()=>Bn(o),site:r.body,identity:d.body};return{form:o,start:r.start,status:r.status,tabs:Object.keys(u).map(p=>({id:p,label:s(`settings_widget.tab_${p}`)})),get tab(){return i},choose(p){i=p,p==="identity"&&d.start(),a()},body:()=>l`${u[i]()}`,aside:t.widget?c.view:void 0}}var oa={widget:ia,hours:wn,canned:rn,labels:kn,blocks:on,team:Nn,shop:Dn,data:dn,about:an,profile:Pn,notifications:On,sessions:In,tokens:Ln};var ho=2e4,St=e=>document.querySelector(`meta[name="${e}"]`)?.getAttribute("content")??"",tt=JSON.parse(St("me")),cs=St("csrf")||tt.csrf_token,Oe=()=>location.assign(`/login?next=${encodeURIComponent(location.pathname)}`),_t=us({csrf:cs,signedOut:Oe}),fo=tn({csrf:cs,signedOut:Oe}),_o=en({csrf:cs,signedOut:Oe}),ra=Ns(),Rt=Ls(ra),V=sn({me:tt,asked:St("settings-page"),shown:St("settings-shown"),schedule:e=>requestAnimationFrame(e),phone:()=>Rt.phone.value}),la=`${s(`settings.${St("settings-shown")}`)} · ${s("settings.title")} · ${tt.shop.name}`;document.title=la;var ca={me:tt,call:fo,upload:_o,changed:V.changed,say:V.say,failed:V.failed,ask:V.ask,origin:St("origin"),ui:Rt,setTheme(e){Rt.theme.value=e,document.documentElement.dataset.theme=e}},Qt=B(0),te={ticks:{frame:Qt},agent:tt.agent,shop:tt.shop,book:{counts:null},async setAvailability(e){let t=tt.agent.availability;tt.agent.availability=e,Qt.value++;try{await _t.availability(e)}catch(n){tt.agent.availability=t,Qt.value++,V.failed(n)}}},da=e=>{ca.setTheme(e),_t.change({theme:e}).catch(V.failed)},$o=()=>Rt.theme.value==="auto"?matchMedia("(prefers-color-scheme: dark)").matches:Rt.theme.value==="dark",Ce={palette:{label:"keys.palette",key:"mod+k",group:"go",field:!0,run:()=>Te.open()},go_inbox:{label:"keys.go_inbox",key:"g i",group:"go",icon:"inbox",run:()=>location.assign("/inbox")},go_settings:{label:"settings.title",key:"g s",group:"go",icon:"settings",run:()=>location.assign("/settings")},theme:{label:"keys.theme",key:"mod+Shift+l",group:"desk",icon:"sun-moon",run:()=>da($o()?"light":"dark")}},ds=Et(Ce),Te=Xs({entries:()=>[...Js(tt.agent.role).map(e=>({...e,asked:!1})),...Object.entries(Ce).filter(([e])=>e!=="palette"&&e!=="go_settings").map(([e,t])=>({id:e,group:"desk",label:s(t.label),key:ds.keyOf(e),mark:R(t.icon??"arrow-right",18),run:t.run}))],subject:()=>null,next(){},phone:()=>!1});ze(V.palette,Te.view,Te.around);Fs({keymap:()=>ds,actions:Ce});_t.preferences().then(({keys:e})=>ds=Et(Ce,e),()=>{});var ua=async()=>{try{te.book.counts=await _t.counts(),Qt.value++}catch{}};ze(V.rail,Bs(te,Rt,{theme:da,palette:Te.open,availability:e=>(pa??{choose:te.setAvailability}).choose(e),async language(e){if(e!==I)try{await _t.change({locale:e}),location.reload()}catch(t){V.failed(t)}},async signOut(e){if(!(e&&!await V.ask({title:s("agent.sign_out_everywhere_ask"),text:s("agent.sign_out_everywhere_means"),confirm:s("agent.sign_out_everywhere"),cancel:s("agent.stay")})))try{await(e?_t.signOutEverywhere():_t.signOut()),location.assign("/login")}catch(t){V.failed(t)}}},"settings"));V.show(oa[St("settings-shown")](ca));var pa=null;import(new URL("live.js",import.meta.url).href).then(({startLive:e})=>{pa=e({me:tt,api:_t,storage:ra,title:la,changed(t){te.book.counts=t,Qt.value++},setAvailability:te.setAvailability,say:(t,n)=>V.say(t,n&&{action:{label:s("inbox.key_open"),run:n}}),open:t=>location.assign(`/inbox/${encodeURIComponent(t)}`),signedOut:Oe})},()=>setInterval(()=>document.visibilityState==="visible"&&ua(),ho));ua();matchMedia("(max-width: 720px)").addEventListener("change",V.changed);
