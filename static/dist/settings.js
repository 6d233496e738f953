var tt=class extends Error{constructor(t,n,a){super(n?.title??`status ${t}`),this.status=t,this.code=n?.code??(t?"unexpected":"unreachable"),this.field=n?.field??null,this.retryAfter=a}};async function Ne(e,t,n,a){let i={accept:"application/json"};n!==void 0&&(i["content-type"]="application/json"),a&&(i["x-csrf-token"]=a);let o;try{o=await fetch(t,{method:e,headers:i,credentials:"same-origin",body:n===void 0?void 0:JSON.stringify(n)})}catch{throw new tt(0,null,null)}let r=await o.text(),d=null;try{d=r?JSON.parse(r):null}catch{}if(o.ok)return d;let c=Number(o.headers.get("retry-after"));throw new tt(o.status,d,Number.isFinite(c)&&c>0?c:null)}function Ie(e){let t=Object.entries(e).filter(([,n])=>n!=null);return t.length?`?${new URLSearchParams(t.map(([n,a])=>[n,String(a)]))}`:""}function ps({csrf:e,signedOut:t}){let n=async(i,o,r)=>{try{return await Ne(i,`/api/v1${o}`,r,e)}catch(d){throw d instanceof tt&&d.status===401&&t(),d}},a=i=>`/conversations/${encodeURIComponent(i)}`;return{session:()=>n("POST","/im/session",{}),me:()=>n("GET","/me"),change:i=>n("PATCH","/me",i),preferences:()=>n("GET","/me/preferences"),savePreferences:i=>n("PUT","/me/preferences",i),agents:()=>n("GET","/agents?limit=200"),availability:i=>n("PUT","/agents/me/availability",{state:i}),signOut:()=>n("POST","/logout",{}),signOutEverywhere:()=>n("POST","/logout-everywhere",{}),counts:()=>n("GET","/conversations/counts"),conversations:(i,o,r={})=>n("GET",`/conversations${Ie({view:i,...r,cursor:o,limit:50})}`),conversation:i=>n("GET",a(i)),entries:(i,o)=>n("GET",`${a(i)}/entries${Ie(o)}`),assign:(i,o)=>n("POST",`${a(i)}/assign`,{agent_id:o}),close:i=>n("POST",`${a(i)}/resolve`,{}),reopen:i=>n("POST",`${a(i)}/reopen`,{}),snooze:(i,o)=>n("POST",`${a(i)}/snooze`,{until:o}),label:(i,o)=>n("POST",`${a(i)}/labels`,{labels:o}),bulk:i=>n("POST","/conversations/bulk",i),editMessage:(i,o,r)=>n("PATCH",`${a(i)}/messages/${encodeURIComponent(o)}`,{content:r}),recallMessage:(i,o)=>n("DELETE",`${a(i)}/messages/${encodeURIComponent(o)}`,{}),contact:i=>n("GET",`/contacts/${encodeURIComponent(i)}`),changeContact:(i,o)=>n("PATCH",`/contacts/${encodeURIComponent(i)}`,o),block:i=>n("POST","/blocks",i),unblock:i=>n("DELETE",`/blocks/${encodeURIComponent(i)}`,{}),setupList:()=>n("GET","/setup/list"),dismissSetupList:i=>n("PATCH","/setup/list",{dismissed:i}),addDemoData:()=>n("POST","/demo-data",{}),removeDemoData:()=>n("DELETE","/demo-data",{}),linkPreview:(i,o)=>n("GET",`/link-preview${Ie({message:i,url:o})}`),labels:()=>n("GET","/labels"),canned:()=>n("GET","/canned"),cannedUsed:i=>n("POST",`/canned/${encodeURIComponent(i)}/used`,{}),drafts:()=>n("GET","/drafts"),keepDraft:(i,o,r)=>n("PUT",`/drafts/${encodeURIComponent(i)}`,{note:o,text:r})}}var Le=globalThis,ms=e=>e,ne=Le.trustedTypes,gs=ne?ne.createPolicy("lit-html",{createHTML:e=>e}):void 0,He="$lit$",it=`lit$${Math.random().toFixed(9).slice(2)}$`,Re="?"+it,ma=`<${Re}>`,wt=document,zt=()=>wt.createComment(""),Gt=e=>e===null||typeof e!="object"&&typeof e!="function",je=Array.isArray,ys=e=>je(e)||typeof e?.[Symbol.iterator]=="function",De=`[ 	
\f\r]`,Ft=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,hs=/-->/g,fs=/>/g,yt=RegExp(`>|${De}(?:([^\\s"'>=/]+)(${De}*=${De}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),_s=/'/g,$s=/"/g,vs=/^(?:script|style|textarea|title)$/i,Ue=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),l=Ue(1),$=Ue(2),bo=Ue(3),Y=Symbol.for("lit-noChange"),h=Symbol.for("lit-nothing"),bs=new WeakMap,vt=wt.createTreeWalker(wt,129);function ws(e,t){if(!je(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return gs!==void 0?gs.createHTML(t):t}var ks=(e,t)=>{let n=e.length-1,a=[],i,o=t===2?"<svg>":t===3?"<math>":"",r=Ft;for(let d=0;d<n;d++){let c=e[d],u,m,_=-1,p=0;for(;p<c.length&&(r.lastIndex=p,m=r.exec(c),m!==null);)p=r.lastIndex,r===Ft?m[1]==="!--"?r=hs:m[1]!==void 0?r=fs:m[2]!==void 0?(vs.test(m[2])&&(i=RegExp("</"+m[2],"g")),r=yt):m[3]!==void 0&&(r=yt):r===yt?m[0]===">"?(r=i??Ft,_=-1):m[1]===void 0?_=-2:(_=r.lastIndex-m[2].length,u=m[1],r=m[3]===void 0?yt:m[3]==='"'?$s:_s):r===$s||r===_s?r=yt:r===hs||r===fs?r=Ft:(r=yt,i=void 0);let f=r===yt&&e[d+1].startsWith("/>")?" ":"";o+=r===Ft?c+ma:_>=0?(a.push(u),c.slice(0,_)+He+c.slice(_)+it+f):c+it+(_===-2?d:f)}return[ws(e,o+(e[n]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),a]},Vt=class e{constructor({strings:t,_$litType$:n},a){let i;this.parts=[];let o=0,r=0,d=t.length-1,c=this.parts,[u,m]=ks(t,n);if(this.el=e.createElement(u,a),vt.currentNode=this.el.content,n===2||n===3){let _=this.el.content.firstChild;_.replaceWith(..._.childNodes)}for(;(i=vt.nextNode())!==null&&c.length<d;){if(i.nodeType===1){if(i.hasAttributes())for(let _ of i.getAttributeNames())if(_.endsWith(He)){let p=m[r++],f=i.getAttribute(_).split(it),b=/([.?@])?(.*)/.exec(p);c.push({type:1,index:o,name:b[2],strings:f,ctor:b[1]==="."?ie:b[1]==="?"?oe:b[1]==="@"?re:xt}),i.removeAttribute(_)}else _.startsWith(it)&&(c.push({type:6,index:o}),i.removeAttribute(_));if(vs.test(i.tagName)){let _=i.textContent.split(it),p=_.length-1;if(p>0){i.textContent=ne?ne.emptyScript:"";for(let f=0;f<p;f++)i.append(_[f],zt()),vt.nextNode(),c.push({type:2,index:++o});i.append(_[p],zt())}}}else if(i.nodeType===8)if(i.data===Re)c.push({type:2,index:o});else{let _=-1;for(;(_=i.data.indexOf(it,_+1))!==-1;)c.push({type:7,index:o}),_+=it.length-1}o++}}static createElement(t,n){let a=wt.createElement("template");return a.innerHTML=t,a}};function kt(e,t,n=e,a){if(t===Y)return t;let i=a!==void 0?n._$Co?.[a]:n._$Cl,o=Gt(t)?void 0:t._$litDirective$;return i?.constructor!==o&&(i?._$AO?.(!1),o===void 0?i=void 0:(i=new o(e),i._$AT(e,n,a)),a!==void 0?(n._$Co??=[])[a]=i:n._$Cl=i),i!==void 0&&(t=kt(e,i._$AS(e,t.values),i,a)),t}var ae=class{constructor(t,n){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=n}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:n},parts:a}=this._$AD,i=(t?.creationScope??wt).importNode(n,!0);vt.currentNode=i;let o=vt.nextNode(),r=0,d=0,c=a[0];for(;c!==void 0;){if(r===c.index){let u;c.type===2?u=new Ct(o,o.nextSibling,this,t):c.type===1?u=new c.ctor(o,c.name,c.strings,this,t):c.type===6&&(u=new le(o,this,t)),this._$AV.push(u),c=a[++d]}r!==c?.index&&(o=vt.nextNode(),r++)}return vt.currentNode=wt,i}p(t){let n=0;for(let a of this._$AV)a!==void 0&&(a.strings!==void 0?(a._$AI(t,a,n),n+=a.strings.length-2):a._$AI(t[n])),n++}},Ct=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,n,a,i){this.type=2,this._$AH=h,this._$AN=void 0,this._$AA=t,this._$AB=n,this._$AM=a,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,n=this._$AM;return n!==void 0&&t?.nodeType===11&&(t=n.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,n=this){t=kt(this,t,n),Gt(t)?t===h||t==null||t===""?(this._$AH!==h&&this._$AR(),this._$AH=h):t!==this._$AH&&t!==Y&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):ys(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==h&&Gt(this._$AH)?this._$AA.nextSibling.data=t:this.T(wt.createTextNode(t)),this._$AH=t}$(t){let{values:n,_$litType$:a}=t,i=typeof a=="number"?this._$AC(t):(a.el===void 0&&(a.el=Vt.createElement(ws(a.h,a.h[0]),this.options)),a);if(this._$AH?._$AD===i)this._$AH.p(n);else{let o=new ae(i,this),r=o.u(this.options);o.p(n),this.T(r),this._$AH=o}}_$AC(t){let n=bs.get(t.strings);return n===void 0&&bs.set(t.strings,n=new Vt(t)),n}k(t){je(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,a,i=0;for(let o of t)i===n.length?n.push(a=new e(this.O(zt()),this.O(zt()),this,this.options)):a=n[i],a._$AI(o),i++;i<n.length&&(this._$AR(a&&a._$AB.nextSibling,i),n.length=i)}_$AR(t=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);t!==this._$AB;){let a=ms(t).nextSibling;ms(t).remove(),t=a}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},xt=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,n,a,i,o){this.type=1,this._$AH=h,this._$AN=void 0,this.element=t,this.name=n,this._$AM=i,this.options=o,a.length>2||a[0]!==""||a[1]!==""?(this._$AH=Array(a.length-1).fill(new String),this.strings=a):this._$AH=h}_$AI(t,n=this,a,i){let o=this.strings,r=!1;if(o===void 0)t=kt(this,t,n,0),r=!Gt(t)||t!==this._$AH&&t!==Y,r&&(this._$AH=t);else{let d=t,c,u;for(t=o[0],c=0;c<o.length-1;c++)u=kt(this,d[a+c],n,c),u===Y&&(u=this._$AH[c]),r||=!Gt(u)||u!==this._$AH[c],u===h?t=h:t!==h&&(t+=(u??"")+o[c+1]),this._$AH[c]=u}r&&!i&&this.j(t)}j(t){t===h?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},ie=class extends xt{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===h?void 0:t}},oe=class extends xt{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==h)}},re=class extends xt{constructor(t,n,a,i,o){super(t,n,a,i,o),this.type=5}_$AI(t,n=this){if((t=kt(this,t,n,0)??h)===Y)return;let a=this._$AH,i=t===h&&a!==h||t.capture!==a.capture||t.once!==a.once||t.passive!==a.passive,o=t!==h&&(a===h||i);i&&this.element.removeEventListener(this.name,this,a),o&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},le=class{constructor(t,n,a){this.element=t,this.type=6,this._$AN=void 0,this._$AM=n,this.options=a}get _$AU(){return this._$AM._$AU}_$AI(t){kt(this,t)}},xs={M:He,P:it,A:Re,C:1,L:ks,R:ae,D:ys,V:kt,I:Ct,H:xt,N:oe,U:re,B:ie,F:le},ga=Le.litHtmlPolyfillSupport;ga?.(Vt,Ct),(Le.litHtmlVersions??=[]).push("3.3.3");var Z=(e,t,n)=>{let a=n?.renderBefore??t,i=a._$litPart$;if(i===void 0){let o=n?.renderBefore??null;a._$litPart$=i=new Ct(t.insertBefore(zt(),o),o,void 0,n??{})}return i._$AI(e),i};var ot={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},ce=e=>(...t)=>({_$litDirective$:e,values:t}),Pt=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,n,a){this._$Ct=t,this._$AM=n,this._$Ci=a}_$AS(t,n){return this.update(t,n)}update(t,n){return this.render(...n)}};var{I:ha}=xs,As=e=>e;var Ms=e=>e.strings===void 0,Es=()=>document.createComment(""),It=(e,t,n)=>{let a=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0){let o=a.insertBefore(Es(),i),r=a.insertBefore(Es(),i);n=new ha(o,r,e,e.options)}else{let o=n._$AB.nextSibling,r=n._$AM,d=r!==e;if(d){let c;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(c=e._$AU)!==r._$AU&&n._$AP(c)}if(o!==i||d){let c=n._$AA;for(;c!==o;){let u=As(c).nextSibling;As(a).insertBefore(c,i),c=u}}}return n},dt=(e,t,n=e)=>(e._$AI(t,n),e),fa={},de=(e,t=fa)=>e._$AH=t,Ss=e=>e._$AH,ue=e=>{e._$AR(),e._$AA.remove()};var Ts=(e,t,n)=>{let a=new Map;for(let i=t;i<=n;i++)a.set(e[i],i);return a},_a=ce(class extends Pt{constructor(e){if(super(e),e.type!==ot.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,n){let a;n===void 0?n=t:t!==void 0&&(a=t);let i=[],o=[],r=0;for(let d of e)i[r]=a?a(d,r):r,o[r]=n(d,r),r++;return{values:o,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,a]){let i=Ss(e),{values:o,keys:r}=this.dt(t,n,a);if(!Array.isArray(i))return this.ut=r,o;let d=this.ut??=[],c=[],u,m,_=0,p=i.length-1,f=0,b=o.length-1;for(;_<=p&&f<=b;)if(i[_]===null)_++;else if(i[p]===null)p--;else if(d[_]===r[f])c[f]=dt(i[_],o[f]),_++,f++;else if(d[p]===r[b])c[b]=dt(i[p],o[b]),p--,b--;else if(d[_]===r[b])c[b]=dt(i[_],o[b]),It(e,c[b+1],i[_]),_++,b--;else if(d[p]===r[f])c[f]=dt(i[p],o[f]),It(e,i[_],i[p]),p--,f++;else if(u===void 0&&(u=Ts(r,f,b),m=Ts(d,_,p)),u.has(d[_]))if(u.has(d[p])){let g=m.get(r[f]),S=g!==void 0?i[g]:null;if(S===null){let E=It(e,i[_]);dt(E,o[f]),c[f]=E}else c[f]=dt(S,o[f]),It(e,i[_],S),i[g]=null;f++}else ue(i[p]),p--;else ue(i[_]),_++;for(;f<=b;){let g=It(e,c[b+1]);dt(g,o[f]),c[f++]=g}for(;_<=p;){let g=i[_++];g!==null&&ue(g)}return this.ut=r,de(e,c),Y}});var C=ce(class extends Pt{constructor(e){if(super(e),e.type!==ot.PROPERTY&&e.type!==ot.ATTRIBUTE&&e.type!==ot.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Ms(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===Y||t===h)return t;let n=e.element,a=e.name;if(e.type===ot.PROPERTY){if(t===n[a])return Y}else if(e.type===ot.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(a))return Y}else if(e.type===ot.ATTRIBUTE&&n.getAttribute(a)===t+"")return Y;return de(e),t}});var $a=Symbol.for("preact-signals");function qe(){if(At>1){At--;return}let e,t=!1;for((function(){let n=pe;for(pe=void 0;n!==void 0;){let a=n.S;if(a.v===n.v)for(let i=a.t;i!==void 0;i=i.x)i.i===n.i&&(i.i=a.i);n=n.o}})();Wt!==void 0;){let n=Wt;for(Wt=void 0,me++;n!==void 0;){let a=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Ps(n))try{n.c()}catch(i){t||(e=i,t=!0)}n=a}}if(me=0,At--,t)throw e}var R,Kt,Wt;function J(e){let t=R,n=Kt;R=void 0,Kt=void 0;try{return e()}finally{R=t,Kt=n}}var pe,At=0,me=0;var Os=0,ge=0;function Cs(e){if(R===void 0)return;let t=e.n;if(t===void 0||t.t!==R)return t={i:0,S:e,p:R.s,n:void 0,t:R,e:void 0,x:void 0,r:t},R.s!==void 0&&(R.s.n=t),R.s=t,e.n=t,32&R.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=R.s,t.n=void 0,R.s.n=t,R.s=t),t}function V(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}V.prototype.brand=$a;V.prototype.h=function(){return!0};V.prototype.S=function(e){let t=this.t;t!==e&&e.e===void 0&&(e.x=t,this.t=e,t!==void 0?t.e=e:J(()=>{var n;(n=this.W)==null||n.call(this)}))};V.prototype.U=function(e){if(this.t!==void 0){let t=e.e,n=e.x;t!==void 0&&(t.x=n,e.e=void 0),n!==void 0&&(n.e=t,e.x=void 0),e===this.t&&(this.t=n,n===void 0&&J(()=>{var a;(a=this.Z)==null||a.call(this)}))}};V.prototype.subscribe=function(e){return Dt(()=>{let t=this.value;J(()=>e(t))},{name:"sub"})};V.prototype.valueOf=function(){return this.value};V.prototype.toString=function(){return this.value+""};V.prototype.toJSON=function(){return this.value};V.prototype.peek=function(){return J(()=>this.value)};Object.defineProperty(V.prototype,"value",{get(){let e=Cs(this);return e!==void 0&&(e.i=this.i),this.v},set(e){if(e!==this.v){if(me>100)throw new Error("Cycle detected");(function(t){At!==0&&me===0&&t.l!==Os&&(t.l=Os,pe={S:t,v:t.v,i:t.i,o:pe})})(this),this.v=e,this.i++,ge++,At++;try{for(let t=this.t;t!==void 0;t=t.x)t.t.N()}finally{qe()}}}});function z(e,t){return new V(e,t)}function Ps(e){for(let t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Is(e){for(let t=e.s;t!==void 0;t=t.n){let n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Ns(e){let t,n=e.s;for(;n!==void 0;){let a=n.p;n.i===-1?(n.S.U(n),a!==void 0&&(a.n=n.n),n.n!==void 0&&(n.n.p=a)):t=n,n.S.n=n.r,n.r!==void 0&&(n.r=void 0),n=a}e.s=t}function Et(e,t){V.call(this,void 0,t),this.x=e,this.s=void 0,this.g=ge-1,this.f=4}Et.prototype=new V;Et.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===ge))return!0;if(this.g=ge,this.f|=1,this.i>0&&!Ps(this))return this.f&=-2,!0;let e=R;try{Is(this),R=this;let t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(t){this.v=t,this.f|=16,this.i++}return R=e,Ns(this),this.f&=-2,!0};Et.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(let t=this.s;t!==void 0;t=t.n)t.S.S(t)}V.prototype.S.call(this,e)};Et.prototype.U=function(e){if(this.t!==void 0&&(V.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(let t=this.s;t!==void 0;t=t.n)t.S.U(t)}};Et.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(let e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(Et.prototype,"value",{get(){if(1&this.f)throw new Error("Cycle detected");let e=Cs(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function Be(e,t){return new Et(e,t)}function Ds(e){let t=e.j;if(e.j=void 0,typeof t=="function"){At++;let n=R;R=void 0;try{t()}catch(a){throw e.f&=-2,e.f|=8,Fe(e),a}finally{R=n,qe()}}}function Fe(e){for(let t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Ds(e)}function ba(e){if(R!==this)throw new Error("Out-of-order effect");Ns(this),R=e,this.f&=-2;try{8&this.f&&Fe(this)}finally{qe()}}function Nt(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,Kt&&Kt.push(this)}Nt.prototype.c=function(){let e=this.S();try{if(8&this.f||this.x===void 0)return;let t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Nt.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Ds(this),Is(this),At++;let e=R;return R=this,ba.bind(this,e)};Nt.prototype.N=function(){2&this.f||(this.f|=2,this.u=Wt,Wt=this)};Nt.prototype.d=function(){this.f|=8,1&this.f||Fe(this)};Nt.prototype.dispose=function(){this.d()};function Dt(e,t){let n=new Nt(e,t);try{n.c()}catch(i){throw n.d(),i}let a=n.d.bind(n);return a[Symbol.dispose]=a,a}function ze(e,t,n){if(!(e instanceof HTMLElement))throw new Error("nowhere to render");Dt(()=>{let a=t();J(()=>n?.before?.()),Z(a,e),J(()=>n?.after?.())})}var he={};for(let e of document.querySelectorAll('meta[name^="texts-"]')){let t=e.name.slice(6),n=JSON.parse(e.content);for(let[a,i]of Object.entries(n))he[`${t}.${a}`]=i}var N=document.documentElement.lang||"zh-CN",ya=new Intl.PluralRules(N),Ge=e=>e in he;function s(e,t){let n=he[e]??e;return t?n.replace(/\{(\w+)\}/g,(a,i)=>String(t[i]??a)):n}function B(e,t,n){let a=`${e}.${ya.select(t)}`;return s(a in he?a:`${e}.other`,{count:t,...n})}function Ls(){try{return localStorage.getItem("servicedesk.probe"),localStorage}catch{return null}}var va="(max-width: 1100px)",wa="(max-width: 720px)",ka=15e3;function Hs(e){let t=r=>{let d=matchMedia(r),c=z(d.matches);return d.addEventListener("change",()=>c.value=d.matches),c},n=z(e?.getItem("servicedesk.details")!=="closed"),a=z(!1),i=z(Date.now());setInterval(()=>i.value=Date.now(),ka),Dt(()=>{try{e?.setItem("servicedesk.details",n.value?"open":"closed")}catch{}});let o=t(va);return{narrow:o,phone:t(wa),now:i,details:{get open(){return o.value?a.value:n.value},set(r){o.value?a.value=r:n.value=r},toggle(){this.set(!this.open)}},tab:z("reply"),dialog:z(null),theme:z(document.documentElement.dataset.theme??"auto")}}var xa={inbox:$`<polyline points="22 12 16 12 14 15 10 15 8 12 2 12"/><path d="M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/>`,user:$`<path d="M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2"/><circle cx="12" cy="7" r="4"/>`,check:$`<path d="M20 6 9 17l-5-5"/>`,"check-check":$`<path d="M18 6 7 17l-5-5"/><path d="m22 10-7.5 7.5L13 16"/>`,clock:$`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,"badge-check":$`<path d="M3.85 8.62a4 4 0 0 1 4.78-4.77 4 4 0 0 1 6.74 0 4 4 0 0 1 4.78 4.78 4 4 0 0 1 0 6.74 4 4 0 0 1-4.77 4.78 4 4 0 0 1-6.75 0 4 4 0 0 1-4.78-4.77 4 4 0 0 1 0-6.76Z"/><path d="m16 9-5.5 5.5L8 12"/>`,globe:$`<circle cx="12" cy="12" r="10"/><path d="M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20"/><path d="M2 12h20"/>`,"code-xml":$`<path d="m18 16 4-4-4-4"/><path d="m6 8-4 4 4 4"/><path d="m14.5 4-5 16"/>`,"chevron-down":$`<path d="m6 9 6 6 6-6"/>`,"chevron-left":$`<path d="m15 18-6-6 6-6"/>`,"chevron-right":$`<path d="m9 18 6-6-6-6"/>`,"arrow-up":$`<path d="m5 12 7-7 7 7"/><path d="M12 19V5"/>`,"arrow-down":$`<path d="M12 5v14"/><path d="m19 12-7 7-7-7"/>`,x:$`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,lock:$`<rect width="18" height="11" x="3" y="11" rx="2" ry="2"/><path d="M7 11V7a5 5 0 0 1 10 0v4"/>`,"panel-right":$`<rect width="18" height="18" x="3" y="3" rx="2"/><path d="M15 3v18"/>`,info:$`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,mail:$`<path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7"/><rect x="2" y="4" width="20" height="16" rx="2"/>`,phone:$`<path d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"/>`,"id-card":$`<path d="M13 19a4 4 0 00-8 0"/><path d="M16 10h2"/><path d="M16 14h2"/><circle cx="9" cy="12" r="3"/><rect x="2" y="5" width="20" height="14" rx="2"/>`,languages:$`<path d="m5 8 6 6"/><path d="m4 14 6-6 2-3"/><path d="M2 5h12"/><path d="M7 2h1"/><path d="m22 22-5-10-5 10"/><path d="M14 18h6"/>`,"message-circle":$`<path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719"/>`,"circle-alert":$`<circle cx="12" cy="12" r="10"/><line x1="12" x2="12" y1="8" y2="12"/><line x1="12" x2="12.01" y1="16" y2="16"/>`,"pencil-line":$`<path d="M13 21h8"/><path d="m15 5 4 4"/><path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/>`,keyboard:$`<path d="M10 8h.01"/><path d="M12 12h.01"/><path d="M14 8h.01"/><path d="M16 12h.01"/><path d="M18 8h.01"/><path d="M6 8h.01"/><path d="M7 16h10"/><path d="M8 12h.01"/><rect width="20" height="16" x="2" y="4" rx="2"/>`,"log-out":$`<path d="m16 17 5-5-5-5"/><path d="M21 12H9"/><path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4"/>`,power:$`<path d="M12 2v10"/><path d="M18.4 6.6a9 9 0 1 1-12.77.04"/>`,"book-open":$`<path d="M12 5v16"/><path d="M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z"/>`,sun:$`<circle cx="12" cy="12" r="4"/><path d="M12 2v2"/><path d="M12 20v2"/><path d="m4.93 4.93 1.41 1.41"/><path d="m17.66 17.66 1.41 1.41"/><path d="M2 12h2"/><path d="M20 12h2"/><path d="m6.34 17.66-1.41 1.41"/><path d="m19.07 4.93-1.41 1.41"/>`,moon:$`<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/>`,"sun-moon":$`<path d="M12 2v2"/><path d="M14.837 16.385a6 6 0 1 1-7.223-7.222c.624-.147.97.66.715 1.248a4 4 0 0 0 5.26 5.259c.589-.255 1.396.09 1.248.715"/><path d="M16 12a4 4 0 0 0-4-4"/><path d="m19 5-1.256 1.256"/><path d="M20 12h2"/>`,store:$`<path d="M15 21v-5a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v5"/><path d="M17.774 10.31a1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.451 0 1.12 1.12 0 0 0-1.548 0 2.5 2.5 0 0 1-3.452 0 1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.77-3.248l2.889-4.184A2 2 0 0 1 7 2h10a2 2 0 0 1 1.653.873l2.895 4.192a2.5 2.5 0 0 1-3.774 3.244"/><path d="M4 10.95V19a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8.05"/>`,copy:$`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`,"wifi-off":$`<path d="M12 20h.01"/><path d="M8.5 16.429a5 5 0 0 1 7 0"/><path d="M5 12.859a10 10 0 0 1 5.17-2.69"/><path d="M19 12.859a10 10 0 0 0-2.007-1.523"/><path d="M2 8.82a15 15 0 0 1 4.177-2.643"/><path d="M22 8.82a15 15 0 0 0-11.288-3.764"/><path d="m2 2 20 20"/>`,"cloud-off":$`<path d="M10.94 5.274A7 7 0 0 1 15.71 10h1.79a4.5 4.5 0 0 1 4.222 6.057"/><path d="M18.796 18.81A4.5 4.5 0 0 1 17.5 19H9A7 7 0 0 1 5.79 5.78"/><path d="m2 2 20 20"/>`,circle:$`<circle cx="12" cy="12" r="10"/>`,"circle-check":$`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,"rotate-ccw":$`<path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8"/><path d="M3 3v5h5"/>`,"user-plus":$`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><circle cx="9" cy="7" r="4"/><line x1="19" x2="19" y1="8" y2="14"/><line x1="22" x2="16" y1="11" y2="11"/>`,"monitor-smartphone":$`<path d="M18 8V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h8"/><path d="M10 19v-3.96 3.15"/><path d="M7 19h5"/><rect width="6" height="10" x="16" y="12" rx="2"/>`,star:$`<path d="M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z"/>`,"undo-2":$`<path d="M9 14 4 9l5-5"/><path d="M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11"/>`,"alarm-clock":$`<circle cx="12" cy="13" r="8"/><path d="M12 9v4l2 2"/><path d="M5 3 2 6"/><path d="m22 6-3-3"/><path d="M6.38 18.7 4 21"/><path d="M17.64 18.67 20 21"/>`,users:$`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,settings:$`<path d="M9.671 4.136a2.34 2.34 0 0 1 4.659 0 2.34 2.34 0 0 0 3.319 1.915 2.34 2.34 0 0 1 2.33 4.033 2.34 2.34 0 0 0 0 3.831 2.34 2.34 0 0 1-2.33 4.033 2.34 2.34 0 0 0-3.319 1.915 2.34 2.34 0 0 1-4.659 0 2.34 2.34 0 0 0-3.32-1.915 2.34 2.34 0 0 1-2.33-4.033 2.34 2.34 0 0 0 0-3.831A2.34 2.34 0 0 1 6.35 6.051a2.34 2.34 0 0 0 3.319-1.915"/><circle cx="12" cy="12" r="3"/>`,"trash-2":$`<path d="M10 11v6"/><path d="M14 11v6"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M3 6h18"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`,search:$`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,bell:$`<path d="M10.268 21a2 2 0 0 0 3.464 0"/><path d="M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326"/>`,play:$`<path d="M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z"/>`,pause:$`<rect x="14" y="3" width="5" height="18" rx="1"/><rect x="5" y="3" width="5" height="18" rx="1"/>`,paperclip:$`<path d="m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551"/>`,file:$`<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"/><path d="M14 2v5a1 1 0 0 0 1 1h5"/>`,"audio-lines":$`<path d="M2 10v3"/><path d="M6 6v11"/><path d="M10 3v18"/><path d="M14 8v7"/><path d="M18 5v13"/><path d="M22 10v3"/>`,download:$`<path d="M12 15V3"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><path d="m7 10 5 5 5-5"/>`,mic:$`<path d="M12 19v3"/><path d="M19 10v2a7 7 0 0 1-14 0v-2"/><rect x="9" y="2" width="6" height="13" rx="3"/>`,"volume-2":$`<path d="M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298z"/><path d="M16 9a5 5 0 0 1 0 6"/><path d="M19.364 18.364a9 9 0 0 0 0-12.728"/>`,"arrow-right":$`<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>`,"arrow-up-down":$`<path d="m21 16-4 4-4-4"/><path d="M17 20V4"/><path d="m3 8 4-4 4 4"/><path d="M7 4v16"/>`,"list-filter":$`<path d="M2 5h20"/><path d="M6 12h12"/><path d="M9 19h6"/>`,smile:$`<circle cx="12" cy="12" r="10"/><path d="M8 14s1.5 2 4 2 4-2 4-2"/><line x1="9" x2="9.01" y1="9" y2="9"/><line x1="15" x2="15.01" y1="9" y2="9"/>`,"square-slash":$`<rect width="18" height="18" x="3" y="3" rx="2"/><line x1="9" x2="15" y1="15" y2="9"/>`,bold:$`<path d="M6 12h9a4 4 0 0 1 0 8H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h7a4 4 0 0 1 0 8"/>`,list:$`<path d="M3 5h.01"/><path d="M3 12h.01"/><path d="M3 19h.01"/><path d="M8 5h13"/><path d="M8 12h13"/><path d="M8 19h13"/>`,link:$`<path d="M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71"/><path d="M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71"/>`,plus:$`<path d="M5 12h14"/><path d="M12 5v14"/>`,tag:$`<path d="M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.42 0l6.58-6.58a2.426 2.426 0 0 0 0-3.42z"/><circle cx="7.5" cy="7.5" r=".5" fill="currentColor"/>`,"at-sign":$`<circle cx="12" cy="12" r="4"/><path d="M16 8v5a3 3 0 0 0 6 0v-1a10 10 0 1 0-4 8"/>`,"map-pin":$`<path d="M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0"/><circle cx="12" cy="10" r="3"/>`,"list-checks":$`<path d="M13 5h8"/><path d="M13 12h8"/><path d="M13 19h8"/><path d="m3 17 2 2 4-4"/><path d="m3 7 2 2 4-4"/>`},U=(e,t=16)=>l`<svg class="icon" viewBox="0 0 24 24" width=${t} height=${t} aria-hidden="true">${xa[e]}</svg>`;var Aa=/[\u3400-\u9fff\uf900-\ufaff]/;function Ve(e){let t=e.trim().split(/\s+/),n=t.at(-1);if(Aa.test(n))return[...n].at(-1)??"";let a=[...t[0]][0]??"";return(t.length>1?a+([...n][0]??""):a).toUpperCase()}var Ma=6;function Sa(e){let t=0;for(let n of e)t=t*31+n.codePointAt(0)>>>0;return t%Ma+1}var ut=(e,t="")=>e.picture?l`<img class="avatar ${t}" src="/p/${e.picture}" alt="" width="36" height="36" />`:l`<span class="avatar ${t} tint-${Sa(e.id)}" aria-hidden="true"
    >${t==="tiny"?[...Ve(e.name)][0]:Ve(e.name)}</span
  >`;var rr=l`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`;var pt=typeof navigator<"u"&&/Mac|iPhone|iPad/.test(navigator.platform),Ta={Enter:"↵",Escape:"Esc",ArrowUp:"↑",ArrowDown:"↓",ArrowLeft:"←",ArrowRight:"→"," ":"Space",Backspace:"⌫",Delete:"Del"},Oa=new Set(["Shift","Control","Alt","Meta","AltGraph","CapsLock","Fn","Dead","Process","Unidentified"]),Rs=/^\p{L}$/u;function fe(e,t=pt){if(e.isComposing||e.keyCode===229||Oa.has(e.key))return null;let n=e.getModifierState?.("AltGraph")??!1,a=t?e.metaKey:e.ctrlKey&&!n;if(t?e.ctrlKey:e.metaKey)return null;let{key:o}=e,r=/^Key([A-Z])$/.exec(e.code??"");o.length===1&&o.charCodeAt(0)>127&&r&&(o=r[1]);let d=Rs.test(o),c=o.length>1||o===" ",u=[];return a&&u.push("mod"),e.altKey&&!n&&u.push("Alt"),e.shiftKey&&(d||c)&&u.push("Shift"),u.push(d?o.toLowerCase():o),u.join("+")}function Mt(e){let t=e.trim().split(/ +/).filter(Boolean);if(t.length===0||t.length>2)return null;let n=t.map(a=>{let i=a.split("+"),o=a.endsWith("+")?"+":i.at(-1),r=i.slice(0,a.endsWith("+")?-2:-1).map(m=>m.toLowerCase());if(!r.every(m=>["mod","alt","shift"].includes(m)))return null;let c=Rs.test(o)?o.toLowerCase():o.length>1?o[0].toUpperCase()+o.slice(1):o;return[...[["mod","mod"],["alt","Alt"],["shift","Shift"]].flatMap(([m,_])=>r.includes(m)?[_]:[]),c].join("+")});return n.every(Boolean)?n.join(" "):null}function mt(e,t=pt){return e?e.split(" ").flatMap(n=>(n==="+"?["+"]:n.split("+")).map(i=>i==="mod"?t?"⌘":"Ctrl":i==="Shift"?t?"⇧":"Shift":i==="Alt"?t?"⌥":"Alt":Ta[i]??(i.length===1?i.toUpperCase():i))):[]}var js=e=>mt(e).join(pt?"":" "),Us=e=>e.startsWith("mod+")||e.startsWith("Alt+");var _e=[],Ca=0,Pa=0;var Ia=()=>!!history.state?.layer&&!_e.some(e=>e.id===history.state.layer);function $e(e){let t=Ca+=1;return history[Ia()?"replaceState":"pushState"]({...history.state,layer:t},""),_e.push({id:t,close:e}),()=>{let n=_e.findIndex(a=>a.id===t);n<0||(_e.splice(n,1),setTimeout(()=>{history.state?.layer===t&&(Pa+=1,history.back())}))}}var qs=6,X=null,Yt=null,Ke=null;function Na(e){let t=l`${e.mark?l`<span class="menu-mark">${e.mark}</span>`:h}<span class="menu-label"
      >${e.label}</span
    >${e.hint?l`<span class="menu-hint">${e.hint}</span>`:h}${e.checked?l`<span class="menu-check">${U("check")}</span>`:h}`;if(e.href)return l`<a class="menu-item" role="menuitem" tabindex="-1" href=${e.href} target="_blank" rel="noopener">${t}</a>`;let n=()=>{be(),e.run?.()};return e.checked===void 0?l`<button class="menu-item" role="menuitem" tabindex="-1" @click=${n}>${t}</button>`:l`<button class="menu-item" role="menuitemradio" aria-checked=${e.checked} tabindex="-1" @click=${n}>
        ${t}
      </button>`}function Da(e){let t=[...X?.querySelectorAll(".menu-item")??[]],n=t.indexOf(document.activeElement),a={ArrowDown:n+1,ArrowUp:n-1,Home:0,End:t.length-1}[e.key];if(e.key==="Tab")return be();a!==void 0&&(e.preventDefault(),t[(a+t.length)%t.length]?.focus())}function La(e,t,n){let{width:a,height:i}=e.getBoundingClientRect(),o=Math.max(8,Math.min(t.left,innerWidth-a-8)),r=t.bottom+qs,d=n||r+i>innerHeight-8?Math.max(8,t.top-qs-i):r;e.style.setProperty("left",`${o}px`),e.style.setProperty("top",`${d}px`)}function be(){X?.matches(":popover-open")&&X.hidePopover()}function gt(e,t,n,a={}){if(X?.matches(":popover-open")){let r=Yt===e;if(be(),r)return}X||(X=document.createElement("div"),X.className="menu",X.popover="auto",X.addEventListener("keydown",Da),X.addEventListener("toggle",r=>{r.newState==="closed"&&(Ke?.(),Ke=null,Yt?.setAttribute("aria-expanded","false"),(document.activeElement===document.body||X?.contains(document.activeElement))&&Yt?.focus(),Yt=null)}),(document.querySelector("main")??document.body).append(X));let i=X;Yt=e,Z(l`${a.head??h}
      <div role="menu" aria-label=${t}>
        ${n.filter(r=>r.items.length>0).map(r=>l`<div class="menu-group" role="group" aria-label=${r.label??t}>
              ${r.label?l`<div class="menu-head" aria-hidden="true">${r.label}</div>`:h}
              ${r.items.map(Na)}
            </div>`)}
      </div>`,i),e.setAttribute("aria-expanded","true"),i.showPopover(),matchMedia("(max-width: 720px)").matches&&(Ke=$e(be)),La(i,e.getBoundingClientRect(),a.above??!1),(i.querySelector('[aria-checked="true"]')??i.querySelector(".menu-item"))?.focus()}var Ha=["online","away","offline"],Ra=["auto","light","dark"],ja={auto:"sun-moon",light:"sun",dark:"moon"},Ua=[{id:"zh-CN",label:"中文"},{id:"en",label:"English"}];function Bs(e,t,n,a="inbox"){let i=()=>l`<div class="me-head">
      ${ut(e.agent)}
      <div><strong>${e.agent.name}</strong><span>${e.agent.email}</span></div>
    </div>`,o=r=>gt(r.currentTarget,s("agent.menu"),[{label:s("agent.state"),items:Ha.map(d=>({label:s(`agent.state_${d}`),mark:l`<i class="presence ${d==="online"?"on":d}"></i>`,checked:e.agent.availability===d,run:()=>n.availability(d)}))},{label:s("agent.language"),items:Ua.map(({id:d,label:c})=>({label:c,checked:N===d,run:()=>n.language(d)}))},{label:s("agent.theme"),items:Ra.map(d=>({label:s(`agent.theme_${d}`),mark:U(ja[d]),checked:t.theme.value===d,run:()=>n.theme(d)}))},{items:[...t.phone.value?[]:[{label:s("agent.keys"),hint:"?",mark:U("keyboard"),run:()=>t.dialog.value="keys"},{label:s("agent.docs"),mark:U("book-open"),href:"/docs"}]]},{items:[{label:s("agent.sign_out"),mark:U("log-out"),run:()=>n.signOut(!1)},{label:s("agent.sign_out_everywhere"),mark:U("power"),run:()=>n.signOut(!0)}]}],{above:!0,head:i()});return()=>{e.ticks.frame.value;let r=e.book.counts?.waiting??0,d=e.book.counts?.mentions??0,c=e.book.counts?.mentions_unread??0,u=e.agent.availability,m=document.querySelector('meta[name="assets"]')?.getAttribute("content")??"";return l`<img class="rail-logo" src="${m}/img/logo.svg" width="36" height="36" alt="" />
      <a class="rail-item" href="/inbox" aria-current=${a==="inbox"?"page":h}>
        <span class="rail-icon"
          >${U("inbox",t.phone.value?24:20)}${r?l`<span class="badge" aria-hidden="true">${r>99?"99+":r}</span>`:h}</span
        >
        <span>${s("inbox.title")}</span>
        ${r?l`<span class="hidden">${B("inbox.waiting_count",r)}</span>`:h}
      </a>
      ${d||c?l`<a
            class="rail-item"
            href="/inbox?view=mentions"
            @click=${_=>{!n.mentions||_.ctrlKey||_.metaKey||_.shiftKey||(_.preventDefault(),n.mentions())}}
          >
            <span class="rail-icon"
              >${U("at-sign",t.phone.value?24:20)}${c?l`<span class="badge" aria-hidden="true">${c>99?"99+":c}</span>`:h}</span
            >
            <span>${s("inbox.view_mentions")}</span>
            ${c?l`<span class="hidden">${B("inbox.mentions_unread",c)}</span>`:h}
          </a>`:h}
      <button
        class="rail-item rail-find"
        aria-haspopup="dialog"
        aria-keyshortcuts=${pt?"Meta+K":"Control+K"}
        title=${`${s("palette.title")} · ${js("mod+k")}`}
        @click=${n.palette}
      >
        <span class="rail-icon">${U("search",t.phone.value?24:20)}</span><span>${s("palette.find")}</span>
      </button>
      <a class="rail-item" href="/settings" aria-current=${a==="settings"?"page":h}>
        <span class="rail-icon">${U("settings",t.phone.value?24:20)}</span>
        <span>${s("settings.title")}</span>
      </a>
      <button
        class="rail-me"
        aria-haspopup="menu"
        aria-expanded="false"
        @click=${o}
      >
        <span class="me-face">${ut(e.agent)}<i class="presence ${u==="online"?"on":u}"></i></span>
        <span class="hidden">${s("agent.menu_of",{name:e.agent.name,state:s(`agent.state_${u}`)})}</span>
        <span class="only-phone" aria-hidden="true">${s("common.me")}</span>
      </button>`}}var Fs=new Set([...[..."acvxwtnqrpfo"].map(e=>`mod+${e}`),"Tab","Shift+Tab","Escape"," ","ArrowUp","ArrowDown","ArrowLeft","ArrowRight","Home","End","PageUp","PageDown"]),ve=new Set(["back","open","send","undo_send"]),ye="none";function St(e,t={}){let n=new Map,a=new Map,i=Object.entries(t).filter(([r])=>r in e&&!ve.has(r));for(let[r,d]of i){let c=d===ye?"":Mt(d);c===null||c&&n.has(c)||(c&&n.set(c,r),a.set(r,c))}for(let[r,{key:d}]of Object.entries(e)){let c=d&&Mt(d);a.has(r)||!c||n.has(c)||(n.set(c,r),a.set(r,c))}let o=new Set([...n.keys()].filter(r=>r.includes(" ")).map(r=>r.split(" ")[0]));return{keyOf:r=>a.get(r)??"",actionOf:r=>n.get(r)??null,opens:r=>o.has(r),against(r,d){let c=Mt(d);if(!c)return{problem:"malformed"};if(Fs.has(c)||Fs.has(c.split(" ")[0]))return{problem:"reserved"};let u=n.get(c);return u&&u!==r?ve.has(u)?{problem:"reserved"}:{problem:"taken",by:u}:o.has(c)||c.includes(" ")&&n.has(c.split(" ")[0])?{problem:"pair"}:null},keyless:()=>Object.keys(e).filter(r=>e[r].key&&!a.get(r))}}function we(e,t,n,a){let i={...t},o=a===null?Mt(e[n].key):Mt(a)||"";a===null?delete i[n]:i[n]=o||ye;let r=St(e,t),d=o?r.actionOf(o):null;return d&&d!==n&&(i[d]=ye),Object.fromEntries(Object.entries(i).filter(([c,u])=>c in e&&u!==(Mt(e[c].key)??ye)))}var qa=1500,Ba=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName));function zs({keymap:e,actions:t,waiting:n}){let a=null,i=null,o=()=>{a!==null&&(clearTimeout(i),a=null,n?.(null))};addEventListener("keydown",r=>{if(r.defaultPrevented||r.repeat&&a)return;let d=fe(r);if(!d)return;if(document.querySelector("dialog[open], .menu:popover-open"))return o();let c=e(),u=!Ba(r.target),m=a===null?null:`${a} ${d}`,_=a!==null;if(o(),!_&&u&&c.opens(d)){a=d,i=setTimeout(o,qa),n?.(d),r.preventDefault();return}let p=(m&&c.actionOf(m))??c.actionOf(d),f=p?t[p]:null;!f||!u&&!Us(d)&&!f.field||f.when?.()===!1||(r.preventDefault(),f.run())})}var We=(e,t)=>t===0||/[\s·.,/\-_:：，（(「]/.test(e[t-1]);function Fa(e,t){let n=-1;for(let a=t.indexOf(e);a>=0;a=t.indexOf(e,a+1))if(n<0&&(n=a),We(t,a)){n=a;break}if(n>=0)return{score:(n===0?e.length===t.length?100:60:We(t,n)?40:20)-n/100,spans:[[n,n+e.length]]};if(e.length<2)return null;for(let a=t.indexOf(e[0]);a>=0;a=t.indexOf(e[0],a+1)){let i=[[a,a+1]],o=a;for(let r of e.slice(1)){let d=t.indexOf(r,o+1);if(!(d>=0&&(d-o<=4||We(t,d)))){i.length=0;break}let u=i[i.length-1];d===u[1]?u[1]+=1:i.push([d,d+1]),o=d}if(i.length)return{score:5-i.length/10,spans:i}}return null}function Gs(e,t,n=""){let a=e.toLowerCase().split(/\s+/).filter(Boolean),i=t.toLowerCase(),o=n.toLowerCase(),r=0,d=[];for(let c of a){let u=Fa(c,i);if(u)r+=u.score,d.push(...u.spans);else if(o.includes(c))r+=1;else return null}return{score:r,spans:za(d)}}function za(e){let t=[];for(let[n,a]of e.sort((i,o)=>i[0]-o[0])){let i=t[t.length-1];i&&n<=i[1]?i[1]=Math.max(i[1],a):t.push([n,a])}return t}function Vs(e,t){let n=[],a=0;for(let[i,o]of t)i>a&&n.push({text:e.slice(a,i),hit:!1}),n.push({text:e.slice(i,o),hit:!0}),a=o;return a<e.length&&n.push({text:e.slice(a),hit:!1}),n}var Ga=["selection","conversation","assign","view","recent","settings","desk"],Va=8,Ks=10;function Ws(e,t){let n=t.trim(),a=[];for(let r of e){if(!n){r.asked||a.push({entry:r,spans:[],score:0});continue}let d=Gs(n,r.label,`${r.hint??""} ${r.more??""}`);d&&a.push({entry:r,...d})}let i=a.filter(r=>r.score>=Ks||r.spans.length===0);i.some(r=>r.score>=Ks)&&(a=i);let o=Ga.map(r=>({name:r,hits:a.filter(d=>d.entry.group===r).sort((d,c)=>c.score-d.score).slice(0,Va).map(({entry:d,spans:c})=>({entry:d,spans:c}))})).filter(r=>r.hits.length>0);return{groups:o,flat:o.flatMap(r=>r.hits)}}var Ys=(e,t,n)=>n===0?0:(e+t+n)%n;var Ka=e=>e?l`<span class="palette-keys">${mt(e).map(t=>l`<kbd>${t}</kbd>`)}</span>`:h;function Xs({entries:e,subject:t,next:n,phone:a}){let i=z(!1),o=z(""),r=z(0),d=z([]),c=Be(()=>Ws(d.value,o.value)),u=null,m=()=>document.getElementById("palette"),_=()=>m()?.close(),p=()=>{i.value=!1,u?.(),u=null},f=()=>{if(i.peek())return _();d.value=e(),o.value="",r.value=0,i.value=!0,a()&&(u=$e(_))},b=(k,v)=>{_(),k.run(),v&&k.next&&n()},g=k=>{r.value=Ys(r.value,k,c.value.flat.length),document.getElementById(`palette-${r.value}`)?.scrollIntoView({block:"nearest"})},S=k=>{if(k.isComposing||k.keyCode===229)return;let v={ArrowDown:1,ArrowUp:-1,PageDown:5,PageUp:-5}[k.key];if(v!==void 0)g(v);else if(k.key==="Enter"){let x=c.value.flat[r.value];x&&b(x.entry,k.metaKey||k.ctrlKey)}else if(k.key.toLowerCase()==="k"&&(pt?k.metaKey:k.ctrlKey))_();else return;k.preventDefault()},E=({entry:k,spans:v},x)=>{let y=x===r.value;return l`<div
      class="palette-item ${y?"active":""}"
      id="palette-${x}"
      role="option"
      aria-selected=${y}
      @click=${O=>b(k,O.metaKey||O.ctrlKey)}
      @pointermove=${()=>r.peek()!==x&&(r.value=x)}
    >
      <span class="palette-mark">${k.mark??h}</span>
      <span class="palette-label"
        ><span>${Vs(k.label,v).map(O=>O.hit?l`<b>${O.text}</b>`:O.text)}</span
        >${k.hint?l` <span class="palette-hint">${k.hint}</span>`:h}</span
      >
      ${k.current?l`<span class="palette-now">${U("check")}<span class="hidden">${s("palette.current")}</span></span>`:h}
      ${Ka(k.key??"")}
    </div>`},w=()=>{let k=0;return c.value.groups.map(v=>l`<div role="group" aria-labelledby="palette-head-${v.name}">
        <div class="palette-head" id="palette-head-${v.name}">
          ${s(`palette.group_${v.name}`,{subject:J(t)??""})}
        </div>
        ${v.hits.map(x=>E(x,k++))}
      </div>`)};return{open:f,close:_,view:()=>{if(!i.value)return h;let{flat:k}=c.value,v=J(t);return l`<dialog
        class="palette"
        id="palette"
        aria-label=${s("palette.title")}
        @close=${p}
        @click=${x=>x.target===x.currentTarget&&_()}
      >
        <div class="palette-field">
          ${v?l`<span class="palette-chip">${v}</span>`:l`<span class="palette-lens">${U("search",18)}</span>`}
          <input
            id="palette-query"
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-autocomplete="list"
            aria-activedescendant=${k.length?`palette-${r.value}`:h}
            aria-label=${v?s("palette.label_about",{subject:v}):s("palette.label")}
            placeholder=${s("palette.placeholder")}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="go"
            @input=${x=>{o.value=x.target.value,r.value=0,document.getElementById("palette-list")?.scrollTo(0,0)}}
            @keydown=${S}
          />
          <button class="palette-esc" type="button" aria-label=${s("palette.close")} @click=${_}>
            <kbd class="no-phone">Esc</kbd><span class="only-phone">${U("x",20)}</span>
          </button>
        </div>
        <div class="palette-list" id="palette-list" role="listbox" aria-label=${s("palette.results")}>${w()}</div>
        ${k.length?h:l`<p class="palette-none">${s("palette.nothing",{query:o.value})}</p>`}
        <div class="palette-foot">
          <span class="no-phone" aria-hidden="true"
            ><span><kbd>↑</kbd><kbd>↓</kbd>${s("palette.key_move")}</span><span><kbd>↵</kbd>${s("palette.key_run")}</span
            ><span><kbd>${pt?"⌘↵":"Ctrl ↵"}</kbd>${s("palette.key_next")}</span></span
          >
          <span role="status">${B("palette.count",k.length)}</span>
        </div>
      </dialog>`},around:{after(){let k=m();!k||k.open||(k.showModal(),document.getElementById("palette-query")?.focus())}}}}var Ye=["mine","unassigned","open","waiting","snoozed","closed","mentions"];var Zs=[{id:"channels",label:"settings.group_channels"},{id:"answering",label:"settings.group_answering"},{id:"team",label:"settings.group_team"},{id:"me",label:"settings.group_me"}],Wa=[{id:"widget",group:"channels",label:"settings.widget",keywords:"settings.find_widget",manage:!0},{id:"hours",group:"answering",label:"settings.hours",keywords:"settings.find_hours",manage:!0},{id:"canned",group:"answering",label:"settings.canned",keywords:"settings.find_canned",manage:!1},{id:"labels",group:"answering",label:"settings.labels",keywords:"settings.find_labels",manage:!1},{id:"blocks",group:"answering",label:"settings.blocks",keywords:"settings.find_blocks",manage:!1},{id:"team",group:"team",label:"settings.team",keywords:"settings.find_team",manage:!0},{id:"shop",group:"team",label:"settings.shop",keywords:"settings.find_shop",manage:!0},{id:"data",group:"team",label:"settings.data",keywords:"settings.find_data",manage:!0},{id:"about",group:"team",label:"settings.about",keywords:"settings.find_about",manage:!1},{id:"profile",group:"me",label:"settings.profile",keywords:"settings.find_profile",manage:!1},{id:"notifications",group:"me",label:"settings.notifications",keywords:"settings.find_notifications",manage:!1},{id:"sessions",group:"me",label:"settings.sessions",keywords:"settings.find_sessions",manage:!1},{id:"tokens",group:"me",label:"settings.tokens",keywords:"settings.find_tokens",manage:!1}],ke=e=>Wa.filter(t=>!t.manage||e!=="agent");var Xe=6e4,Ze=60*Xe,Je=24*Ze,Ya=new Intl.DateTimeFormat(N,{hour:"2-digit",minute:"2-digit",hourCycle:"h23"}),Xa=new Intl.DateTimeFormat(N,{weekday:"short"}),Xr=new Intl.DateTimeFormat(N,{weekday:"long"}),Za=new Intl.DateTimeFormat(N,{day:"numeric",month:N==="zh-CN"?"long":"short"}),Ja=new Intl.DateTimeFormat(N,{day:"numeric",month:"short",year:"numeric"}),Zr=new Intl.DateTimeFormat(N,{month:N==="zh-CN"?"short":"long"}),Jr=new Intl.DateTimeFormat(N,{year:"numeric"}),Qa=new Intl.DateTimeFormat(N,{dateStyle:"long",timeStyle:"medium",hourCycle:"h23"});function ti(e,t){let n=a=>new Date(a.getFullYear(),a.getMonth(),a.getDate()).getTime();return Math.round((n(new Date(t))-n(e))/Je)}function ht(e,t){let n=Math.max(0,t-Date.parse(e));return n<Xe?s("common.now"):n<Ze?s("common.minutes",{count:Math.floor(n/Xe)}):n<Je?s("common.hours",{count:Math.floor(n/Ze)}):s("common.days",{count:Math.floor(n/Je)})}function Xt(e,t){let n=new Date(e),a=ti(n,t);return a<=0?Ya.format(n):a===1?s("common.yesterday"):a<7?Xa.format(n):n.getFullYear()===new Date(t).getFullYear()?Za.format(n):Ja.format(n)}var q=e=>Qa.format(new Date(e));var Js=e=>ke(e).map(t=>({id:`settings:${t.id}`,group:"settings",label:s("palette.settings_page",{name:s(t.label)}),more:`settings ${t.id} ${s(t.keywords)}`,mark:U("settings",18),asked:!0,run:()=>location.assign(`/settings/${t.id}`)}));var tn=({csrf:e,signedOut:t})=>async(n,a,i)=>{try{return await Ne(n,`/api/v1${a}`,i,e)}catch(o){throw o instanceof tt&&o.status===401&&t(),o}},ei=["image/png","image/jpeg","image/webp"],Qs=120*1024;async function si(e,t){let n=await createImageBitmap(e),a=Math.min(1,t/Math.max(n.width,n.height));if(a===1&&e.size<=Qs&&ei.includes(e.type))return e;let i=document.createElement("canvas");for(let o=a;;o*=.8){i.width=Math.max(1,Math.round(n.width*o)),i.height=Math.max(1,Math.round(n.height*o)),i.getContext("2d").drawImage(n,0,0,i.width,i.height);let r=await new Promise(d=>i.toBlob(d,"image/webp",.85));if(r&&(r.size<=Qs||o<.1))return r}}var en=({csrf:e,signedOut:t})=>async(n,a)=>{let i=await si(n,a).catch(()=>{throw new tt(400,{code:"invalid"},null)}),o;try{o=await fetch("/api/v1/pictures",{method:"POST",headers:{"x-csrf-token":e,"content-type":i.type||"application/octet-stream"},credentials:"same-origin",body:i})}catch{throw new tt(0,null,null)}if(o.status===401&&t(),!o.ok)throw new tt(o.status,null,null);return(await o.json()).picture};var ni={search:$`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,bubble:$`<path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719"/>`,out:$`<path d="M15 3h6v6"/><path d="M10 14 21 3"/><path d="M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"/>`,users:$`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,user:$`<path d="M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2"/><circle cx="12" cy="7" r="4"/>`,check:$`<path d="M20 6 9 17l-5-5"/>`,done:$`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,alert:$`<circle cx="12" cy="12" r="10"/><line x1="12" x2="12" y1="8" y2="12"/><line x1="12" x2="12.01" y1="16" y2="16"/>`,copy:$`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`,clock:$`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,quote:$`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/><path d="M7 11h10"/><path d="M7 15h6"/><path d="M7 7h8"/>`,tag:$`<path d="M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.42 0l6.58-6.58a2.426 2.426 0 0 0 0-3.42z"/><circle cx="7.5" cy="7.5" r=".5" fill="currentColor"/>`,store:$`<path d="M15 21v-5a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v5"/><path d="M17.774 10.31a1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.451 0 1.12 1.12 0 0 0-1.548 0 2.5 2.5 0 0 1-3.452 0 1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.77-3.248l2.889-4.184A2 2 0 0 1 7 2h10a2 2 0 0 1 1.653.873l2.895 4.192a2.5 2.5 0 0 1-3.774 3.244"/><path d="M4 10.95V19a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8.05"/>`,drive:$`<path d="M10 16h.01"/><path d="M2.212 11.577a2 2 0 0 0-.212.896V18a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-5.527a2 2 0 0 0-.212-.896L18.55 5.11A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/><path d="M21.946 12.013H2.054"/><path d="M6 16h.01"/>`,info:$`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,bell:$`<path d="M10.268 21a2 2 0 0 0 3.464 0"/><path d="M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326"/>`,monitor:$`<rect width="20" height="14" x="2" y="3" rx="2"/><path d="M8 21h8"/><path d="M12 17v4"/>`,smartphone:$`<rect width="14" height="20" x="5" y="2" rx="2" ry="2"/><path d="M12 18h.01"/>`,code:$`<path d="m18 16 4-4-4-4"/><path d="m6 8-4 4 4 4"/><path d="m14.5 4-5 16"/>`,more:$`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="2.5"/>`,plus:$`<path d="M5 12h14"/><path d="M12 5v14"/>`,lock:$`<rect width="18" height="11" x="3" y="11" rx="2" ry="2"/><path d="M7 11V7a5 5 0 0 1 10 0v4"/>`,x:$`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,trash:$`<path d="M10 11v6"/><path d="M14 11v6"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M3 6h18"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`,pencil:$`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,download:$`<path d="M12 15V3"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><path d="m7 10 5 5 5-5"/>`,up:$`<path d="m18 15-6-6-6 6"/>`,down:$`<path d="m6 9 6 6 6-6"/>`,sun:$`<circle cx="12" cy="12" r="4"/><path d="M12 2v2"/><path d="M12 20v2"/><path d="m4.93 4.93 1.41 1.41"/><path d="m17.66 17.66 1.41 1.41"/><path d="M2 12h2"/><path d="M20 12h2"/><path d="m6.34 17.66-1.41 1.41"/><path d="m19.07 4.93-1.41 1.41"/>`,moon:$`<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/>`,square:$`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/>`,headset:$`<path d="M3 11h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-5Zm0 0a9 9 0 1 1 18 0m0 0v5a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3Z"/><path d="M21 16v2a4 4 0 0 1-4 4h-5"/>`,leaf:$`<path d="M11 20A7 7 0 0 1 9.8 6.1C15.5 5 17 4.48 19 2c1 2 2 4.18 2 8 0 5.5-4.78 10-10 10Z"/><path d="M2 21c0-3 1.85-5.36 5.08-6C9.5 14.52 12 13 13 12"/>`,"chevron-left":$`<path d="m15 18-6-6 6-6"/>`,"chevron-right":$`<path d="m9 18 6-6-6-6"/>`},T=(e,t=16)=>l`<svg class="icon" viewBox="0 0 24 24" width=${t} height=${t} aria-hidden="true">${ni[e]}</svg>`;var ai=5e3,ii={widget:"bubble",hours:"clock",canned:"quote",labels:"tag",blocks:"lock",team:"users",shop:"store",data:"drive",about:"info",profile:"user",notifications:"bell",sessions:"monitor",tokens:"code"};function sn({me:e,asked:t,shown:n,schedule:a,phone:i}){let o=document.getElementById("settings"),r=null,d=null,c=null,u=null,m="",_=!1,p=!1,f=()=>{_||(_=!0,a(()=>{_=!1,se()}))},b=(A,P={})=>{clearTimeout(c),d={text:A,bad:P.bad??!1,action:P.action},c=setTimeout(()=>{d=null,f()},ai),f()},g=A=>{let I={0:"error.unreachable",403:"error.forbidden",404:"error.not_found",409:"error.conflict",429:"error.rate_limited",503:"error.unavailable",400:"error.invalid",422:"error.invalid"}[A?.status];b(I?s(I):s("error.unexpected"),{bad:!0})},S=A=>new Promise(P=>{u={...A,typed:"",answer:I=>{u=null,f(),P(I)}},f()}),E=()=>r?.form?r.form.changes.length:0,w=async()=>{if(!(!r?.form||E()===0))try{await r.form.save()?b(s("settings_frame.saved")):requestAnimationFrame(()=>o.querySelector('[aria-invalid="true"]')?.focus())}catch(A){g(A)}};o.addEventListener("click",A=>{let P=A.target.closest?.("[data-adds]"),I=P?.closest(".field-card, .day-ranges, section");P&&I&&a(()=>I.querySelector(P.dataset.adds??"")?.focus())}),o.addEventListener("click",async A=>{let P=A.target.closest?.("a[href]");!(P instanceof HTMLAnchorElement)||P.target||P.origin!==location.origin||E()===0||A.metaKey||A.ctrlKey||A.shiftKey||(A.preventDefault(),!await S({title:s("settings_frame.leave_title"),text:B("settings_frame.leave_text",E()),confirm:s("settings_frame.leave"),cancel:s("settings_frame.stay")}))||(p=!0,location.assign(P.href))}),addEventListener("beforeunload",A=>{!p&&E()>0&&A.preventDefault()});let k=/Mac|iPhone|iPad/.test(navigator.platform);addEventListener("keydown",A=>{A.isComposing||document.querySelector("dialog[open], .menu:popover-open")||((k?A.metaKey:A.ctrlKey)&&A.key.toLowerCase()==="s"?(A.preventDefault(),w()):A.key==="/"&&!(A.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(A.target.tagName))&&(A.preventDefault(),document.getElementById("settings-search")?.focus()))});let v=ke(e.agent.role),x=()=>{let A=m.trim().toLowerCase().split(/\s+/).filter(Boolean);return v.filter(P=>{let I=`${s(P.label)} ${s(P.keywords)}`.toLowerCase();return A.every(F=>I.includes(F))})},y=()=>{let A=x(),P=t||(i()?"":n),I=s("settings.title");return l`${P?l`<p class="pages-title">${I}</p>`:l`<h1 class="pages-title">${I}</h1>`}
      <div class="pages-search" role="search">
        ${T("search")}
        <input
          id="settings-search"
          type="search"
          placeholder=${s("settings_frame.search")}
          aria-label=${s("settings_frame.search")}
          autocomplete="off"
          .value=${C(m)}
          @input=${F=>{m=F.target.value,f()}}
          @keydown=${F=>{F.isComposing||(F.key==="Enter"&&A[0]&&o.querySelector(".pages-link")?.click(),F.key==="Escape"&&m&&(m="",f()))}}
        /><kbd class="no-phone" aria-hidden="true">/</kbd>
      </div>
      <nav class="pages-list" aria-label=${s("settings.title")}>
        ${Zs.map(F=>{let Bt=A.filter(ct=>ct.group===F.id);return Bt.length===0?h:l`<p class="pages-group" id="group-${F.id}">${s(F.label)}</p>
            <ul aria-labelledby="group-${F.id}">
              ${Bt.map(ct=>l`<li>
                    <a class="pages-link" href="/settings/${ct.id}" aria-current=${ct.id===P?"page":h}
                      >${T(ii[ct.id])}<span>${s(ct.label)}</span>${T("chevron-right")}</a
                    >
                  </li>`)}
            </ul>`})}
        ${A.length===0?l`<p class="pages-none" role="status">${s("settings_frame.nothing",{text:m})}</p>`:h}
      </nav>`},O=()=>{let A=r?.form;if(!A||A.phase!=="ready")return h;let P=A.changes.length,I=Object.keys(A.errors).length,F=r?.words??{save:"settings_frame.make_live",changes:"settings_frame.not_live"};return l`<footer class="page-bar" data-changes=${P}>
      <p role="status">
        ${I?l`<span class="bad">${B("settings_frame.wrong",I)}</span>`:P?B(F.changes,P):s("settings_frame.all_saved")}
      </p>
      ${P?l`<button type="button" class="button quiet" @click=${()=>A.revert()}>${s("settings_frame.revert")}</button>
            <button type="button" class="button primary" aria-busy=${A.busy} @click=${w}>
              ${s(F.save)}<kbd class="no-phone" aria-hidden="true">${k?"⌘":"Ctrl "}S</kbd>
            </button>`:h}
    </footer>`},D=()=>{if(!r)return h;let A=v.find(I=>I.id===n),P=r.form;return l`<section class="page" aria-labelledby="page-title">
        <header class="page-head">
          <a class="icon-button only-phone" href="/settings" aria-label=${s("common.back")}>${T("chevron-left",22)}</a>
          <h1 id="page-title" tabindex="-1">${A?s(A.label):""}</h1>
          ${r.status?.()??h}
        </header>
        ${r.tabs?l`<div class="page-tabs" role="tablist" aria-labelledby="page-title" @keydown=${H}>
              ${r.tabs.map(I=>l`<button
                    type="button"
                    role="tab"
                    id="tab-${I.id}"
                    aria-controls="page-body"
                    aria-selected=${I.id===r?.tab}
                    tabindex=${I.id===r?.tab?0:-1}
                    @click=${()=>r?.choose?.(I.id)}
                  >
                    ${I.label}
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
            ${P?.phase==="failed"?l`<p class="page-failed" role="alert">
                  ${s("settings_frame.load_failed")}
                  <button type="button" class="text-button" @click=${()=>P.load()}>${s("common.retry")}</button>
                </p>`:P?.phase==="loading"?l`<p class="page-loading" role="status">${s("common.loading")}</p>`:r.body()}
          </div>
        </div>
        ${O()}
      </section>
      ${r.aside&&P?.phase!=="loading"&&P?.phase!=="failed"?r.aside():h}`};function H(A){let P=r?.tabs??[],I=P.findIndex(ct=>ct.id===r?.tab),F={ArrowRight:I+1,ArrowLeft:I-1,Home:0,End:P.length-1}[A.key];if(F===void 0)return;A.preventDefault();let Bt=P[(F+P.length)%P.length];r?.choose?.(Bt.id),requestAnimationFrame(()=>document.getElementById(`tab-${Bt.id}`)?.focus())}let Ot=()=>{if(!u)return h;let A=u,P=!A.type||A.typed.trim()===A.type;return l`<dialog
      class="dialog"
      aria-labelledby="dialog-title"
      @close=${()=>u===A&&A.answer(!1)}
      @click=${I=>I.target===I.currentTarget&&A.answer(!1)}
    >
      <form
        class="dialog-body"
        method="dialog"
        @submit=${I=>{I.preventDefault(),P&&A.answer(!0)}}
      >
        <h2 id="dialog-title">${A.title}</h2>
        ${A.text?l`<p>${A.text}</p>`:h} ${A.content??h}
        ${A.type?l`<div class="set-field dialog-type">
              <label for="dialog-typed">${s("settings_frame.type_it")} <code>${A.type}</code></label>
              <input
                id="dialog-typed"
                class="input mono"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                .value=${C(A.typed)}
                @input=${I=>{A.typed=I.target.value,f()}}
              />
            </div>`:h}
        <div class="dialog-actions">
          <button type="button" class="button" @click=${()=>A.answer(!1)}>${A.cancel??s("settings_frame.cancel")}</button>
          <button type="submit" class="button primary" ?disabled=${!P}>${A.confirm}</button>
        </div>
      </form>
    </dialog>`};Z(l`<nav class="rail" aria-label=${s("inbox.navigation")}></nav>
      <section class="pages" aria-label=${s("settings_frame.pages")}></section>
      <div class="sheet page-sheet"></div>
      <div class="toasts" role="status"></div>
      <div class="dialogs"></div>
      <div class="palette-place"></div>`,o);let j=A=>o.querySelector(`.${A}`);function se(){o.dataset.pane=t?"page":"list",o.dataset.aside=String(!!r?.aside),Z(y(),j("pages")),Z(t||!i()?D():h,j("page-sheet")),Z(d?l`<div class="toast ${d.bad?"toast-bad":""}">
            ${T(d.bad?"alert":"done",18)}<span>${d.text}</span>
            ${d.action?l`<button class="text-button" @click=${d.action.run}>${d.action.label}</button>`:h}
          </div>`:h,j("toasts")),Z(Ot(),j("dialogs"));let A=o.querySelector(".dialogs dialog");A instanceof HTMLDialogElement&&!A.open&&A.showModal()}return{rail:j("rail"),palette:j("palette-place"),changed:f,say:b,failed:g,ask:S,save:w,unsaved:E,show(A){r=A,A.start?.(),A.form&&A.form.load(),f()}}}var Lt=e=>`f-${e.replace(/[^\w-]/g,"-")}`;function K(e,t){let n=e.errors[t];return l`<p class="field-error" id="${Lt(t)}-error" role="alert">${n??""}</p>`}var Qe=(e,t,n)=>l`<div class="set-label"><label for=${t}>${e}</label>${n?l`<span class="field-hint">${n}</span>`:h}</div>`;function et(e,t,n){let a=Lt(t);return l`<div class="set-field">
    ${Qe(n.label,a,n.note)}
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
        .value=${C(e.get(t)??"")}
        @input=${i=>e.set(t,i.target.value)}
      />${n.tail??h}
    </div>
    <p class="field-hint" id="${a}-hint">${n.hint??h}</p>
    ${K(e,t)}
  </div>`}function ft(e,t,n){let a=Lt(t);return l`<div class="set-field">
    ${Qe(n.label,a,n.note)}
    <textarea
      id=${a}
      class="input area ${n.mono?"mono":""}"
      rows=${n.rows??3}
      placeholder=${n.placeholder??h}
      maxlength=${n.max??h}
      aria-invalid=${e.errors[t]?"true":h}
      aria-describedby="${a}-hint ${a}-error"
      .value=${C(e.get(t)??"")}
      @input=${i=>e.set(t,i.target.value)}
    ></textarea>
    <p class="field-hint" id="${a}-hint">${n.hint??h}</p>
    ${K(e,t)}
  </div>`}var st=(e,t,n,a,i)=>l`<span class="select"
    ><select id=${e} aria-label=${i??h} @change=${o=>a(o.target.value)}>
      ${t.map(o=>l`<option value=${o.value} ?selected=${C(o.value===n)}>${o.label}</option>`)}
    </select></span
  >`;function nn(e,t,n){let a=Lt(t);return l`<div class="set-field">
    ${Qe(n.label,a,n.note)}
    ${st(a,n.options,String(e.get(t)),i=>e.set(t,i))}
    <p class="field-hint">${n.hint??h}</p>
    ${K(e,t)}
  </div>`}var Zt=(e,t,n,a,i=!1)=>l`<div class="set-switch">
    <label class="switch"
      ><input
        type="checkbox"
        role="switch"
        .checked=${C(e)}
        ?disabled=${i}
        @change=${o=>t(o.target.checked)}
      /><span>${n}</span></label
    >
    ${a?l`<p class="field-hint">${a}</p>`:h}
  </div>`,rt=(e,t,n,a)=>Zt(!!e.get(t),i=>e.set(t,i),n,a),L=(e,t,n,a)=>l`<div class="segments" role="group" aria-label=${e}>
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
  </div>`,M=(e,t,n,a)=>l`<section class="set-section">
    <div class="set-head">
      <div>
        <h2>${e}</h2>
        ${n?l`<p>${n}</p>`:h}
      </div>
      ${a??h}
    </div>
    ${t}
  </section>`;function oi(e){let t=/^(\d{1,2})(?:\D?(\d{2}))?$/.exec(e.trim());if(!t)return e;let[n,a]=[Number(t[1]),Number(t[2]??0)];return n>24||a>59||n===24&&a>0?e:`${String(n).padStart(2,"0")}:${String(a).padStart(2,"0")}`}var _t=(e,t,n)=>l`<input
    class="input time"
    inputmode="numeric"
    maxlength="5"
    placeholder="09:00"
    autocomplete="off"
    aria-label=${e}
    .value=${C(t)}
    @input=${a=>n(a.target.value)}
    @change=${a=>n(oi(a.target.value))}
  />`;function nt(e,t,n){return l`<div class="code" role="group" aria-label=${n??h}
    ><code tabindex="0">${t??e}</code
    ><button type="button" class="code-copy" @click=${async i=>{let o=i.currentTarget,r=o.querySelector(".copy-label");try{await navigator.clipboard.writeText(e)}catch{let d=o.parentElement?.querySelector("code");d&&getSelection()?.selectAllChildren(d);return}r.textContent=s("common.copied"),setTimeout(()=>r.textContent=s("common.copy"),2e3)}}>
      ${T("copy",14)}<span class="copy-label" aria-live="polite">${s("common.copy")}</span>
    </button></div
  >`}function G(e,t){let n={phase:"loading",value:null,async load(){n.value===null&&(n.phase="loading");try{n.value=await e(),n.phase="ready"}catch{n.value===null&&(n.phase="failed")}t()},view(a){return n.value!==null?a(n.value):n.phase==="loading"?l`<p class="page-loading" role="status">${s("common.loading")}</p>`:l`<p class="page-failed" role="alert">
        ${s("settings_frame.load_failed")}
        <button type="button" class="text-button" @click=${()=>n.load()}>${s("common.retry")}</button>
      </p>`}};return n}function an({call:e,changed:t,origin:n}){let a=G(()=>e("GET","/about"),t);return{start:a.load,body:()=>a.view(i=>{let o=[["version",i.version],["address",n],["started",q(i.started_at)],["seats",s("settings_about.seats_of",{used:i.seats.used,allowed:i.seats.allowed})],["schema",String(i.schema)],["sqlite",i.sqlite],["log",i.log_epoch]];return l`${M("servicedesk",l`<dl class="facts">${o.map(([r,d])=>l`<dt>${s(`settings_about.${r}`)}</dt><dd>${d}</dd>`)}</dl>`,s("settings_about.intro"),l`<a class="button" href="/docs">${s("settings_about.docs")}</a>`)}
          ${M(s("settings_about.licences"),l`<details class="licences">
              <summary>${s("settings_about.licences_count",{count:i.licences.length})}</summary>
              <div class="table-scroll" tabindex="0" role="region" aria-label=${s("settings_about.licences")}>
                <table>
                  <thead><tr><th scope="col">${s("settings_about.part")}</th><th scope="col">${s("settings_about.version")}</th><th scope="col">${s("settings_about.licence")}</th></tr></thead>
                  <tbody>${i.licences.map(r=>l`<tr><td>${r.name}</td><td>${r.version??h}</td><td>${r.licence}</td></tr>`)}</tbody>
                </table>
              </div>
            </details>`,s("settings_about.licences_intro"))}`})}}var ri=1440*60*1e3,li=["1","7","30","0"],ci=200,di=5;function on({call:e,changed:t,say:n,failed:a}){let i=G(async()=>{let p=e("GET","/agents?limit=200"),f=[],b="";for(let S=0;S<di;S+=1){let E=await e("GET",`/blocks?limit=200${b?`&cursor=${encodeURIComponent(b)}`:""}`);if(f.push(...E.items),b=E.next_cursor,!b)break}let g=new Map((await p).items.map(S=>[S.id,S.name]));return{items:f,agents:g}},t),o={open:!1,address:"",reason:"",days:"7",wrong:"",busy:!1},r=p=>p.address??p.name??s("settings_blocks.nameless"),d=async p=>{try{await e("DELETE",`/blocks/${p.id}`,{}),n(s("settings_blocks.lifted",{name:r(p)}))}catch(f){a(f)}await i.load()},c=()=>{o.open=!o.open,t(),o.open&&requestAnimationFrame(()=>document.getElementById("block-address")?.focus())},u=async p=>{if(p.preventDefault(),o.busy)return;o.busy=!0;let f=Number(o.days),b=f?new Date(Date.now()+f*ri).toISOString():null;try{let g=await e("POST","/blocks",{address:o.address.trim(),reason:o.reason.trim()||null,until:b});Object.assign(o,{open:!1,address:"",reason:"",wrong:""}),n(s("settings_blocks.added",{name:r(g)})),await i.load()}catch(g){let{code:S,field:E}=g;S==="invalid"&&E==="address"?o.wrong="settings_blocks.address_wrong":S==="block_limit"?o.wrong="settings_blocks.full":a(g)}o.busy=!1,t()},m=()=>l`<form class="set-stack" novalidate @submit=${u}>
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
          .value=${C(o.address)}
          @input=${p=>Object.assign(o,{address:p.target.value,wrong:""})}
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
          maxlength=${ci}
          .value=${C(o.reason)}
          @input=${p=>o.reason=p.target.value}
        />
      </div>
    </div>
    <div class="set-actions">
      ${st("block-days",li.map(p=>({value:p,label:s(`settings_blocks.days_${p}`)})),o.days,p=>o.days=p,s("settings_blocks.for"))}
      <button class="button quiet" type="button" @click=${c}>${s("settings_frame.cancel")}</button>
      <button class="button primary" type="submit" aria-busy=${o.busy}>${s("settings_blocks.block")}</button>
    </div>
  </form>`,_=(p,f)=>{let b=Date.now(),g=[p.reason,p.agent_id?s("settings_blocks.by",{name:f.get(p.agent_id)??"?"}):s("settings_blocks.by_command"),Xt(p.blocked_at,b),p.until?s("settings_blocks.until",{time:q(p.until)}):null];return l`<li class="thing">
      <span class="thing-mark">${T(p.address?"monitor":"user")}</span>
      <div class="thing-what">
        <span class="thing-name">${r(p)}</span>
        <span class="thing-about" title=${q(p.blocked_at)}>${g.filter(Boolean).join(" · ")}</span>
      </div>
      <div class="thing-does">
        <button type="button" class="button" aria-label=${s("settings_blocks.lift_one",{name:r(p)})} @click=${()=>d(p)}>
          ${s("settings_blocks.lift")}
        </button>
      </div>
    </li>`};return{start:i.load,body:()=>i.view(({items:p,agents:f})=>M(s("settings_blocks.title"),l`${o.open?m():h}
          ${p.length?l`<ul class="things">
                ${p.map(b=>_(b,f))}
              </ul>`:l`<p class="field-hint">${s("settings_blocks.none")}</p>`}`,s("settings_blocks.intro"),o.open?h:l`<button type="button" class="button" @click=${c}>${s("settings_blocks.add")}</button>`))}}var ui=["contact.name","contact.email","agent.name","shop.name","page.title"];function rn({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=e.agent.role!=="agent",d=G(async()=>(await t("GET","/canned")).items,n),c=()=>({open:!1,id:"",shortcut:"",title:"",text:"",shared:r,busy:!1,wrong:{}}),u=c(),m=(v,x)=>{u[v]=x,delete u.wrong[v],n()},_=async v=>{if(v.preventDefault(),u.busy)return;let{id:x,shortcut:y,title:O,text:D,shared:H}=u;u.busy=!0;try{x?await t("PATCH",`/canned/${x}`,{shortcut:y,title:O,text:D,shared:H}):await t("POST","/canned",{shortcut:y,title:O,text:D,shared:H}),a(s("settings_canned.kept",{name:O})),u=c(),await d.load()}catch(Ot){let{code:j="",field:se=""}=Ot;u.busy=!1;let A=j==="shortcut_taken"?"shortcut":se,P=`settings_canned.wrong_${j==="shortcut_taken"?"taken":se}`;["shortcut","title","text"].includes(A)&&Ge(P)?(u.wrong={[A]:s(P)},requestAnimationFrame(()=>document.getElementById(`canned-${A}`)?.focus())):i(Ot)}n()},p=v=>{u={...c(),...v,open:!0},n(),requestAnimationFrame(()=>document.getElementById("canned-title")?.focus())},f=()=>{u={...c(),open:!u.open||u.id!==""},n(),u.open&&requestAnimationFrame(()=>document.getElementById("canned-title")?.focus())},b=async v=>{if(await o({title:s("settings_canned.delete_ask",{name:v.title}),confirm:s("settings_canned.delete")})){try{await t("DELETE",`/canned/${v.id}`,{}),u.id===v.id&&(u=c()),a(s("settings_canned.deleted",{name:v.title}))}catch(y){i(y)}await d.load()}},g=v=>{let x=document.getElementById("canned-text"),y=x?.selectionStart??u.text.length;m("text",`${u.text.slice(0,y)}{{${v}}}${u.text.slice(x?.selectionEnd??y)}`),x?.focus()},S=(v,x)=>l`<div class="set-field">
    <div class="set-label"><label for="canned-${v}">${s(`settings_canned.${v}`)}</label></div>
    <div class="set-box">
      <input
        id="canned-${v}"
        class="input"
        autocomplete="off"
        maxlength=${x}
        aria-invalid=${u.wrong[v]?"true":h}
        aria-describedby="canned-${v}-error"
        .value=${C(u[v])}
        @input=${y=>m(v,y.target.value)}
      />
    </div>
    <p class="field-error" id="canned-${v}-error" role="alert">${u.wrong[v]??""}</p>
  </div>`,E=()=>l`<form class="thing-edit" @submit=${_}>
      <div class="set-columns">${S("title",100)} ${S("shortcut",40)}</div>
      <div class="set-field">
        <div class="set-label"><label for="canned-text">${s("settings_canned.text")}</label></div>
        <textarea
          id="canned-text"
          class="input area"
          rows="4"
          maxlength="8000"
          aria-invalid=${u.wrong.text?"true":h}
          aria-describedby="canned-text-error"
          .value=${C(u.text)}
          @input=${v=>m("text",v.target.value)}
        ></textarea>
        <p class="field-error" id="canned-text-error" role="alert">${u.wrong.text??""}</p>
        <p class="field-hint">
          ${s("settings_canned.variables")}
          ${ui.map(v=>l`<button type="button" class="text-button" @click=${()=>g(v)}>${s(`settings_canned.var_${v.replace(".","_")}`)}</button> `)}
        </p>
      </div>
      ${r?Zt(u.shared,v=>(u.shared=v,n()),s("settings_canned.shared"),s("settings_canned.shared_hint")):h}
      <div class="set-box">
        <button class="button primary" type="submit" ?disabled=${!u.title.trim()||!u.shortcut.trim()||!u.text.trim()} aria-busy=${u.busy}>
          ${s(u.id?"settings_canned.save":"settings_canned.add")}
        </button>
        <button class="button" type="button" @click=${()=>(u=c(),n())}>${s("settings_canned.leave")}</button>
      </div>
    </form>`,w=(v,x)=>gt(x,v.title,[{items:[{label:s("settings_canned.change_it"),mark:T("pencil"),run:()=>p(v)}]},{items:[{label:s("settings_canned.delete"),mark:T("trash"),run:()=>b(v)}]}]),k=v=>l`<li class="thing">
      <span class="thing-mark">${T("quote")}</span>
      <div class="thing-what">
        <span class="thing-name">${v.title} <span class="chip">/${v.shortcut}</span>${v.shared?h:l`<span class="chip chip-line">${s("settings_canned.own")}</span>`}</span>
        <span class="thing-about">${v.text.slice(0,120)} · ${B("settings_canned.used",v.used)}</span>
      </div>
      ${v.shared&&!r?h:l`<div class="thing-does">
            <button
              type="button"
              class="icon-button"
              aria-haspopup="menu"
              aria-label=${s("settings_canned.more_of",{name:v.title})}
              title=${s("settings_canned.more_of",{name:v.title})}
              @click=${x=>w(v,x.currentTarget)}
            >
              ${T("more",18)}
            </button>
          </div>`}
    </li>`;return{start:d.load,body:()=>d.view(v=>M(s("settings_canned.list"),l`${u.open&&!u.id?E():h}
          ${v.length===0?l`<p class="nothing-yet">${s("settings_canned.none")}</p>`:l`<ul class="things">
                ${v.map(x=>u.open&&u.id===x.id?l`<li class="thing">${E()}</li>`:k(x))}
              </ul>`}`,s("settings_canned.intro"),l`<button type="button" class="button" aria-expanded=${u.open&&!u.id?"true":"false"} @click=${f}>${T("plus")}${s("settings_canned.new")}</button>`))}}var pi=400,mi=700,gi=18e4,ts=new Intl.NumberFormat(N),ln=["byte","kilobyte","megabyte","gigabyte","terabyte"];function Ht(e){let t=0,n=e;for(;n>=1e3&&t<ln.length-1;)n/=1e3,t+=1;return new Intl.NumberFormat(N,{style:"unit",unit:ln[t],unitDisplay:"short",maximumFractionDigits:n<10&&t>0?1:0}).format(n)}var cn=e=>new Promise(t=>setTimeout(t,e));function dn({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=e.agent.role==="owner",d=G(()=>t("GET","/data"),n),c=G(()=>t("GET","/backups"),n),u=G(()=>t("GET","/setup/list"),n),m=!1,_=!1,p=null,f=async()=>{if(m)return;m=!0,await c.load();let x=!1;for(;c.value?.running;)x=!0,await cn(pi),await c.load();m=!1,x&&(c.value?.failed_at&&a(s("settings_data.backup_failed"),{bad:!0}),await d.load())},b=async()=>{try{let{name:x}=await t("POST","/backups",{});await f(),c.value?.items.some(y=>y.name===x)&&a(s("settings_data.backup_done"))}catch(x){i(x)}},g=async x=>{if(await o({title:s("settings_data.remove_ask"),text:s("settings_data.remove_means",{time:q(x.created_at)}),confirm:s("settings_data.remove")})){try{await t("DELETE",`/backups/${x.name}`,{}),a(s("settings_data.removed"))}catch(O){i(O)}await Promise.all([c.load(),d.load()])}},S=async x=>{if(!await o({title:s("settings_data.restore_ask"),text:s("settings_data.restore_means",{time:q(x.created_at)}),confirm:s("settings_data.restore"),type:x.name}))return;let O=c.value?.last_restore?.at??null;try{await t("POST",`/backups/${x.name}/restore`,{confirm:x.name})}catch(H){H?.code==="damaged_backup"?a(s("settings_data.damaged"),{bad:!0}):i(H);return}p="waiting",n();let D=Date.now()+gi;for(;Date.now()<D;){await cn(mi);try{let H=await t("GET","/backups");if(H.last_restore&&H.last_restore.at!==O){p=null,c.value=H,a(H.last_restore.done?s("settings_data.restored"):s("settings_data.not_restored"),{bad:!H.last_restore.done}),await Promise.all([d.load(),u.load()]);return}}catch{}}p="lost",n()},E=async x=>{if(!_){_=!0,n();try{await t(x?"POST":"DELETE","/demo-data",{}),a(s(x?"settings_data.demo_added":"settings_data.demo_removed"))}catch(y){i(y)}_=!1,await Promise.all([u.load(),d.load()])}},w=()=>d.view(x=>{let y=["database","wal","files","snapshots","backups"],O=y.reduce((D,H)=>D+x[`${H}_bytes`],0);return M(s("settings_data.room"),l`<ul class="bars">
            ${y.map(D=>{let H=x[`${D}_bytes`];return l`<li>
                <span>${s(`settings_data.${D}`)}</span>
                <meter class="amount" min="0" max=${Math.max(O,1)} value=${H} aria-label=${s(`settings_data.${D}`)}></meter>
                <span class="number">${Ht(H)}</span>
              </li>`})}
          </ul>
          <p class="thing-about">
            ${[B("settings_data.conversations",x.conversations,{n:ts.format(x.conversations)}),B("settings_data.messages",x.messages,{n:ts.format(x.messages)}),B("settings_data.contacts",x.contacts,{n:ts.format(x.contacts)})].join(" · ")}
          </p>`,s("settings_data.room_intro",{used:Ht(O),free:Ht(x.disk_free_bytes)}))}),k=()=>c.view(({items:x,running:y})=>M(s("settings_data.backups"),l`${y?l`<div class="work" role="status">
                <span>${s("settings_data.running",{done:Ht(y.copied_bytes),all:Ht(y.total_bytes),time:ht(y.started_at,Date.now())})}</span>
                <progress class="seats" max=${Math.max(y.total_bytes,1)} value=${y.copied_bytes} aria-label=${s("settings_data.backups")}></progress>
              </div>`:h}
          ${x.length===0&&!y?l`<p class="nothing-yet">${s("settings_data.no_backups")}</p>`:h}
          <ul class="things">
            ${x.map(O=>l`<li class="thing">
                  <span class="thing-mark">${T("drive")}</span>
                  <div class="thing-what">
                    <span class="thing-name">${q(O.created_at)}</span>
                    <span class="thing-about">${O.name} · ${Ht(O.bytes)}</span>
                  </div>
                  <div class="thing-does">
                    ${r?l`<a class="icon-button" href="/api/v1/backups/${O.name}" download aria-label=${s("settings_data.fetch_one",{time:q(O.created_at)})} title=${s("settings_data.fetch")}>${T("download")}</a>
                          <button type="button" class="icon-button" aria-label=${s("settings_data.remove_one",{time:q(O.created_at)})} title=${s("settings_data.remove")} @click=${()=>g(O)}>${T("trash")}</button>
                          <button type="button" class="button" aria-label=${s("settings_data.restore_one",{time:q(O.created_at)})} ?disabled=${!!y} @click=${()=>S(O)}>${s("settings_data.restore")}</button>`:h}
                  </div>
                </li>`)}
          </ul>`,r?s("settings_data.backups_intro"):s("settings_data.backups_owner"),l`<button type="button" class="button primary" ?disabled=${!!y} @click=${b}>${s("settings_data.back_up")}</button>`)),v=()=>u.view(({demo_data:x})=>M(s("settings_data.demo"),"",x?s("settings_data.demo_there"):s("settings_data.demo_intro"),l`<button type="button" class="button" aria-busy=${_} @click=${()=>E(!x)}>${s(x?"settings_data.demo_remove":"settings_data.demo_add")}</button>`));return{start(){d.load(),u.load(),f()},body(){return p?l`<div class="waiting-desk" role="status">
          <h2>${s(`settings_data.${p}`)}</h2>
          <p>${s(`settings_data.${p}_text`)}</p>
          ${p==="waiting"?l`<progress class="seats" aria-label=${s("settings_data.waiting")}></progress>`:l`<a class="button" href="/settings/data">${s("common.retry")}</a>`}
        </div>`:l`${w()}${k()}${v()}`}}}var hi="Asia/Shanghai",fi=Date.UTC(2026,0,1);function un(e,t){try{let a=new Intl.DateTimeFormat(t,{timeZone:e,timeZoneName:"longGeneric"}).formatToParts(fi).find(i=>i.type==="timeZoneName")?.value??"";return/^(GMT|UTC)/.test(a)?"":a}catch{return""}}function mn(e,t,n){let a=e.replaceAll("_"," "),i=un(e,t);return i?n("common.zone",{name:i===un(hi,t)?n("common.zone_china"):i,id:a}):a}function Jt(e,t,n){try{return new Intl.DateTimeFormat(n,{hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e}).format(t)}catch{return""}}function pn(e,t){let n=new Intl.DateTimeFormat("en",{timeZone:e,year:"numeric",month:"numeric",day:"numeric"}).formatToParts(t),a=i=>Number(n.find(o=>o.type===i)?.value);return Date.UTC(a("year"),a("month")-1,a("day"))/864e5}function gn(e,t,n,a,i){let o=Jt(e,t,a),r=pn(e,t)-pn(e,n);if(r<=0)return i("common.moment_today",{time:o});if(r===1)return i("common.moment_tomorrow",{time:o});let d=r<7?{weekday:a==="zh-CN"?"short":"long"}:{month:"long",day:"numeric"};return i("common.moment_day",{day:new Intl.DateTimeFormat(a,{...d,timeZone:e}).format(t),time:o})}var hn=e=>e!==null&&typeof e=="object"&&!Array.isArray(e);function es(e,t,n=""){return hn(e)&&hn(t)?[...new Set([...Object.keys(e),...Object.keys(t)])].flatMap(i=>es(e[i],t[i],n?`${n}.${i}`:i)):JSON.stringify(e??null)===JSON.stringify(t??null)?[]:[n]}var fn=e=>structuredClone(e),_i=(e,t)=>t.split(".").reduce((n,a)=>n?.[a],e);function at({read:e,write:t,check:n,refused:a,changed:i}){let o={phase:"loading",saved:null,draft:null,busy:!1,errors:{}},r=c=>{o.saved=c,o.draft=fn(c),o.errors={},o.phase="ready",i()};return Object.defineProperties(o,Object.getOwnPropertyDescriptors({async load(){o.phase="loading",i();try{r(await e())}catch{o.phase="failed",i()}},set(c,u){let m=c.split("."),_=m.pop(),p=m.reduce((f,b)=>f[b]??={},o.draft);p[_]=u,delete o.errors[c],i()},get:c=>_i(o.draft,c),get changes(){return o.phase==="ready"?es(o.saved,o.draft):[]},revert(){o.draft=fn(o.saved),o.errors={},i()},async save(){if(o.busy||o.phase!=="ready")return!1;if(o.errors=n?.(o.draft)??{},Object.keys(o.errors).length>0)return i(),!1;o.busy=!0,i();try{let c=await t(o.draft,es(o.saved,o.draft));return r(c),!0}catch(c){if(o.errors=a?.(c)??{},Object.keys(o.errors).length===0)throw c;return!1}finally{o.busy=!1,i()}}})),o}var $t=[1,2,3,4,5,6,7],_n=4,$n=60,Rt={opens:"09:00",closes:"18:00"},$i=/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/,bn=e=>({always:e.always,days:Object.fromEntries($t.map(t=>[t,e.week.filter(n=>n.day===t).map(n=>({opens:n.opens,closes:n.closes}))])),holidays:e.holidays.map(t=>({date:t.date,name:t.name??"",closed:t.opens===null,opens:t.opens??Rt.opens,closes:t.closes??Rt.closes}))}),yn=e=>({always:e.always,week:$t.flatMap(t=>e.days[t].map(({opens:n,closes:a})=>({day:t,opens:n,closes:a}))),holidays:e.holidays.map(({date:t,name:n,closed:a,opens:i,closes:o})=>({date:t,name:n.trim(),opens:a?null:i,closes:a?null:o})).sort((t,n)=>t.date.localeCompare(n.date))}),lt=e=>$i.test(e),xe=({opens:e,closes:t})=>lt(e)&&lt(t)&&t<=e;function vn(e){if(e.always)return{};let t={};for(let a of $t){let i=e.days[a];if(i.some(({opens:o,closes:r})=>!lt(o)||!lt(r)))t[`days.${a}`]="time";else{let o=[...i].sort((r,d)=>r.opens.localeCompare(d.opens));o.some((r,d)=>d+1<o.length&&(xe(r)||r.closes>o[d+1].opens))&&(t[`days.${a}`]="overlap")}}$t.every(a=>e.days[a].length===0)&&(t["days.1"]="never");let n=new Set;for(let a of e.holidays)a.date?n.has(a.date)?t.holidays="twice":!a.closed&&(!lt(a.opens)||!lt(a.closes))&&(t.holidays="time"):t.holidays="date",n.add(a.date);return t}var bi=40,yi=new Intl.DateTimeFormat(N,{weekday:"long",timeZone:"UTC"}),vi=$t.map(e=>yi.format(new Date(Date.UTC(2026,0,4+e))));function wn({call:e,changed:t}){let n=null,a=m=>(n=m,bn(m.hours)),i=at({read:async()=>a(await e("GET","/shop")),check:m=>Object.fromEntries(Object.entries(vn(m)).map(([_,p])=>[_,s(`settings_hours.wrong_${p}`)])),write:async m=>a(await e("PATCH","/shop",{hours:yn(m)})),changed:t}),o=m=>gn(n.time_zone,Date.parse(m),Date.now(),N,s),r=()=>{let{open:m}=n;return m.now?m.closes_at?s("settings_hours.open_until",{time:o(m.closes_at)}):s("settings_hours.open_always"):m.opens_at?s("settings_hours.closed_until",{time:o(m.opens_at)}):s("settings_hours.closed")},d=m=>{let _=`days.${m}`,p=i.get(_),f=vi[m-1],b=g=>i.set(_,g);return l`<li class="day">
      ${Zt(p.length>0,g=>b(g?[{...Rt}]:[]),f)}
      <div class="day-ranges">
        ${p.length===0?l`<span class="thing-about">${s("settings_hours.rest")}</span>`:h}
        ${p.map((g,S)=>l`<div class="day-range">
              ${_t(s("settings_hours.opens",{day:f}),g.opens,E=>b(p.with(S,{...g,opens:E})))}
              <span aria-hidden="true">–</span>
              ${_t(s("settings_hours.closes",{day:f}),g.closes,E=>b(p.with(S,{...g,closes:E})))}
              ${xe(g)?l`<span class="chip">${s("settings_hours.next_day")}</span>`:h}
              ${p.length>1?l`<button type="button" class="icon-button" aria-label=${s("settings_hours.remove_range",{day:f,time:g.opens})} @click=${()=>b(p.toSpliced(S,1))}>${T("x")}</button>`:h}
              ${S===p.length-1&&p.length<_n?l`<button type="button" class="icon-button" data-adds=".day-range:last-child input" aria-label=${s("settings_hours.add_range",{day:f})} title=${s("settings_hours.add_range",{day:f})} @click=${()=>b([...p,{opens:g.closes,closes:g.closes<"21:00"?"21:00":"23:00"}])}>${T("plus")}</button>`:h}
            </div>`)}
        ${K(i,_)}
      </div>
    </li>`},c=()=>{let m=i.get("days.1");for(let _ of[2,3,4,5])i.set(`days.${_}`,structuredClone(m))},u=(m,_,p)=>{let f=g=>i.set("holidays",p.with(_,{...m,...g})),b=m.name||m.date||String(_+1);return l`<li class="holiday">
      <input class="input" type="date" aria-label=${s("settings_hours.date")} .value=${C(m.date)} @input=${g=>f({date:g.target.value})} />
      <input
        class="input"
        aria-label=${s("settings_hours.holiday_name")}
        placeholder=${s("settings_hours.holiday_example")}
        maxlength=${bi}
        .value=${C(m.name)}
        @input=${g=>f({name:g.target.value})}
      />
      ${L(s("settings_hours.that_day",{day:b}),[{value:"closed",label:s("settings_hours.rest")},{value:"open",label:s("settings_hours.other_hours")}],m.closed?"closed":"open",g=>f({closed:g==="closed"}))}
      <button type="button" class="icon-button" aria-label=${s("settings_hours.remove_holiday",{day:b})} @click=${()=>i.set("holidays",p.toSpliced(_,1))}>${T("trash")}</button>
      ${m.closed?h:l`<div class="day-range">
            ${_t(s("settings_hours.opens",{day:b}),m.opens,g=>f({opens:g}))}<span aria-hidden="true">–</span>
            ${_t(s("settings_hours.closes",{day:b}),m.closes,g=>f({closes:g}))}
            ${xe(m)?l`<span class="chip">${s("settings_hours.next_day")}</span>`:h}
          </div>`}
    </li>`};return{form:i,status:()=>n?l`<span class="chip ${n.open.now?"chip-ok":""}" id="hours-now"><span>${r()}</span></span>`:h,body:()=>{let m=i.get("always"),_=i.get("holidays");return l`${M(s("settings_hours.when"),L(s("settings_hours.when"),[{value:"always",label:s("settings_hours.always")},{value:"week",label:s("settings_hours.by_week")}],m?"always":"week",p=>{if(p==="week"&&$t.every(f=>i.get(`days.${f}`).length===0))for(let f of[1,2,3,4,5])i.set(`days.${f}`,[{...Rt}]);i.set("always",p==="always")}),l`${s("settings_hours.when_intro")}
        ${s("settings_hours.clock",{zone:mn(n.time_zone,N,s),time:Jt(n.time_zone,Date.now(),N)})}
        <a href="/settings/shop">${s("settings_hours.change_zone")}</a>`)}
      ${m?h:l`${M(s("settings_hours.week"),l`<ul class="days">${$t.map(d)}</ul>`,s("settings_hours.week_intro"),l`<button type="button" class="button" @click=${c}>${s("settings_hours.like_monday")}</button>`)}
            ${M(s("settings_hours.holidays"),l`${_.length===0?l`<p class="nothing-yet">${s("settings_hours.no_holidays")}</p>`:l`<ul class="holidays">${_.map(u)}</ul>`}
                ${K(i,"holidays")}`,s("settings_hours.holidays_intro"),_.length<$n?l`<button type="button" class="button" data-adds=".holidays li:last-child input" @click=${()=>i.set("holidays",[..._,{date:"",name:"",closed:!0,...Rt}])}>
                    ${T("plus")}${s("settings_hours.add_holiday")}
                  </button>`:h)}`}`}}}var wi=[1,2,3,4,6];function kn({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=e.agent.role!=="agent",d=G(async()=>(await t("GET","/labels")).items,n),c={open:!1,name:"",busy:!1,wrong:""},u=null,m=async(y,O)=>{try{return await y(),O&&a(O),!0}catch(D){return D.code==="label_taken"?c.wrong=s("settings_labels.taken"):i(D),!1}finally{await d.load()}},_=async y=>{y.preventDefault();let O=c.name.trim();!O||c.busy||(c.busy=!0,await m(()=>t("POST","/labels",{name:O}))&&Object.assign(c,{open:!1,name:""}),c.busy=!1,n())},p=async y=>{let O=u?.name.trim()??"";u=null,O&&O!==y.name&&await m(()=>t("PATCH",`/labels/${y.id}`,{name:O}),s("settings_labels.renamed",{name:O})),n()},f=async(y,O)=>{if(!O)return;await o({title:s("settings_labels.merge_ask",{from:y.name,into:O.name}),text:s("settings_labels.merge_means",{from:y.name}),confirm:s("settings_labels.merge")})&&await m(()=>t("POST",`/labels/${y.id}/merge`,{into:O.id})),n()},b=async y=>{await o({title:s("settings_labels.delete_ask",{name:y.name}),text:B("settings_labels.delete_means",y.conversations),confirm:s("settings_labels.delete")})&&await m(()=>t("DELETE",`/labels/${y.id}`,{}),s("settings_labels.deleted",{name:y.name}))},g=y=>requestAnimationFrame(()=>document.getElementById(y)?.focus()),S=()=>{Object.assign(c,{open:!c.open,wrong:""}),n(),c.open&&g("label-name")},E=(y,O)=>gt(O,s("settings_labels.colour_of",{name:y.name}),[{items:wi.map(D=>({label:s(`settings_labels.colour_${D}`),mark:l`<i class="chip-dot series-${D}"></i>`,checked:D===y.colour,run:()=>m(()=>t("PATCH",`/labels/${y.id}`,{colour:D}))}))}]),w=(y,O,D)=>gt(D,s("settings_labels.merge_one",{name:y.name}),[{label:s("settings_labels.merge_into"),items:O.map(H=>({label:H.name,mark:l`<i class="chip-dot series-${H.colour}"></i>`,run:()=>f(y,H)}))}]),k=(y,O,D)=>gt(D,y.name,[{items:[{label:s("settings_labels.rename"),mark:T("pencil"),run(){u={id:y.id,name:y.name},n(),g(`label-${y.id}`)}},...O.length>0?[{label:s("settings_labels.merge_into"),mark:T("tag"),run:()=>setTimeout(()=>w(y,O,D))}]:[]]},{items:[{label:s("settings_labels.delete"),mark:T("trash"),run:()=>b(y)}]}]),v=(y,O)=>{let D=u?.id===y.id?l`<input
            id="label-${y.id}"
            class="input"
            maxlength="40"
            aria-label=${s("settings_labels.name")}
            .value=${C(u?.name??"")}
            @input=${j=>u&&(u.name=j.target.value)}
            @keydown=${j=>{j.key==="Enter"&&!j.isComposing&&p(y),j.key==="Escape"&&(u=null,n())}}
            @blur=${()=>p(y)}
          />`:l`<span class="thing-name">${y.name}</span>`,H=l`<i class="chip-dot series-${y.colour}"></i>`,Ot=O.filter(j=>j.id!==y.id);return l`<li class="thing">
      ${r?l`<button
            type="button"
            class="icon-button colour-dot"
            aria-haspopup="menu"
            aria-label=${s("settings_labels.colour_of",{name:y.name})}
            title=${s("settings_labels.colour_of",{name:y.name})}
            @click=${j=>E(y,j.currentTarget)}
          >
            ${H}
          </button>`:l`<span class="colour-dot">${H}</span>`}
      <div class="thing-what">${D}<span class="thing-about">${B("settings_labels.used",y.conversations)}</span></div>
      ${r?l`<div class="thing-does">
            <button
              type="button"
              class="icon-button"
              aria-haspopup="menu"
              aria-label=${s("settings_labels.more_of",{name:y.name})}
              title=${s("settings_labels.more_of",{name:y.name})}
              @click=${j=>k(y,Ot,j.currentTarget)}
            >
              ${T("more",18)}
            </button>
          </div>`:h}
    </li>`},x=()=>l`<form class="thing-edit" @submit=${_}>
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
            .value=${C(c.name)}
            @input=${y=>{c.name=y.target.value,c.wrong="",n()}}
            @keydown=${y=>y.key==="Escape"&&S()}
          /><button class="button primary" type="submit" ?disabled=${!c.name.trim()} aria-busy=${c.busy}>${s("settings_labels.add")}</button>
        </div>
        <p class="field-error" id="label-error" role="alert">${c.wrong}</p>
      </div>
    </form>`;return{start:d.load,body:()=>d.view(y=>M(s("settings_labels.list"),l`${c.open?x():h}
          ${y.length===0?l`<p class="nothing-yet">${s("settings_labels.none")}</p>`:l`<ul class="things">
                ${y.map(O=>v(O,y))}
              </ul>`}`,l`${s("settings_labels.intro")} ${r?h:s("settings_labels.managed")}`,l`<button type="button" class="button" aria-expanded=${c.open?"true":"false"} @click=${S}>${T("plus")}${s("settings_labels.new")}</button>`))}}var ki={new:[{at:0,hz:587.3,for:.5},{at:.16,hz:880,for:.8}],assigned:[{at:0,hz:523.3,for:.35},{at:.11,hz:659.3,for:.35},{at:.22,hz:784,for:.6}],message:[{at:0,hz:740,for:.4,loud:.8}],mention:[{at:0,hz:987.8,for:.25,loud:.8},{at:.14,hz:987.8,for:.45,loud:.8}]},xn=["pointerdown","keydown","touchend"],xi=.008,Ai=.22;function Ei(e,t,n){let a=e.currentTime+.02+t.at,i=a+t.for;for(let[o,r,d]of[[1,1,1],[2,.25,.5],[3,.08,.3]]){let c=e.createOscillator(),u=e.createGain(),m=Math.max(1e-4,Ai*r*n*(t.loud??1));c.frequency.value=t.hz*o,u.gain.setValueAtTime(1e-4,a),u.gain.exponentialRampToValueAtTime(m,a+xi),u.gain.exponentialRampToValueAtTime(1e-4,a+(i-a)*d),c.connect(u).connect(e.destination),c.start(a),c.stop(i)}}function An({changed:e}){let t=globalThis.AudioContext,n=null,a=!1,i=()=>n?.state==="running",o=async()=>{if(!(!t||i())){try{n??=new t,await n.resume()}catch{}if(i()){for(let r of xn)removeEventListener(r,o,!0);a=!1,e()}}};if(t)for(let r of xn)addEventListener(r,o,{capture:!0,passive:!0});return{get ready(){return i()},get blocked(){return a},wake:o,missed(){!t||a||(a=!0,e())},ring(r,d){if(!n||!i())return!1;if(d>0)for(let c of ki[r])Ei(n,c,d);return!0}}}var Qt={notifications:{new:{sound:!0,browser:!0},assigned:{sound:!0,browser:!0},message:{sound:!0,browser:!0},mention:{sound:!0,browser:!0},repeat:!0,volume:.7},quiet:{enabled:!1,from:"22:00",to:"08:00",days:[1,2,3,4,5,6,7]},away_after_min:10,keys:{},send_on:"enter",undo_send_s:2},Mi="servicedesk:preferences";function ss(e){let t=e?.notifications??{},n=["new","assigned","message","mention"];return{...Qt,...e,notifications:{...Qt.notifications,...t,...Object.fromEntries(n.map(a=>[a,{...Qt.notifications[a],...t[a]}]))},quiet:{...Qt.quiet,...e?.quiet},keys:{...e?.keys}}}function En({load:e,save:t,failed:n}){let a=z(Qt),i=null;try{i=new BroadcastChannel(Mi),i.onmessage=o=>a.value=ss(o.data)}catch{}return{value:a,async load(){try{a.value=ss(await e())}catch{}},async change(o){let r=a.peek();a.value=ss({...r,...o});try{return await t(a.peek()),i?.postMessage(a.peek()),!0}catch(d){return a.value=r,n(d),!1}}}}function Mn({desk:e,ui:t,list:n,composer:a,open:i,back:o,perform:r,closeNext:d,assign:c,snooze:u,label:m}){let _=()=>!!e.openId,p=()=>n.aimed?e.book.rows.get(n.aimed):e.row,f=()=>!!p()||e.selection.size>0,b=()=>!!p()&&e.selection.size===0,g=()=>b()?p()?.state==="closed":e.list.view==="closed",S={next:{label:"inbox.key_next",key:"j",group:"move",icon:"arrow-down",run:()=>n.step(1)},previous:{label:"inbox.key_previous",key:"k",group:"move",icon:"arrow-up",run:()=>n.step(-1)},open:{label:"inbox.key_open",key:"Enter",group:"move",run:()=>{let E=n.focused,w=document.activeElement;w instanceof HTMLElement&&w.matches("a, button, summary")?w.click():E&&i(E)}},reply:{label:"inbox.key_reply",key:"r",group:"write",when:_,run:()=>a.choose("reply")},attach:{label:"thread.tool_attach",key:"f",group:"write",icon:"paperclip",when:_,run:()=>a.attach()},note:{label:"inbox.key_note",key:"n",group:"write",icon:"lock",when:_,run:()=>a.choose("note")},take:{label:"inbox.key_take",key:"m",group:"conversation",icon:"user-plus",when:f,run:()=>r("assign",{agent_id:e.agent.id})},assign:{label:"inbox.key_assign",key:"a",group:"conversation",icon:"users",when:f,run:c},close:{label:"inbox.key_close",key:"e",group:"conversation",icon:"check",when:f,run:()=>r(g()?"reopen":"close")},close_next:{label:"inbox.close_next",key:"Shift+e",group:"conversation",icon:"check",when:()=>b()&&!g(),run:d},details:{label:"inbox.key_details",key:"i",group:"view",icon:"panel-right",when:_,run:()=>t.details.toggle()},send_close:{label:"thread.send_close",key:"mod+Shift+Enter",group:"write",icon:"check",when:_,run:()=>a.send(!0)},undo_send:{label:"thread.undo_send",key:"mod+z",group:"write",icon:"undo-2",when:()=>e.holding&&!document.activeElement?.value,run:()=>{let E=e.undoSend();E&&a.choose(E)}},snooze:{label:"thread.snooze",key:"z",group:"conversation",icon:"alarm-clock",when:()=>f()&&!g(),run:u},label:{label:"thread.labels",key:"t",group:"conversation",icon:"tag",when:f,run:m},undo:{label:"inbox.key_undo",key:"u",group:"conversation",icon:"undo-2",when:()=>e.undoable,run:()=>e.undoDeed()},select:{label:"inbox.key_select",key:"x",group:"select",icon:"list-checks",run:()=>n.choose(!1)},select_range:{label:"inbox.key_select_range",key:"Shift+x",group:"select",run:()=>n.choose(!0)},select_all:{label:"inbox.key_select_all",key:"mod+Shift+a",group:"select",run:()=>n.chooseAll()},back:{label:"inbox.key_back",key:"Escape",group:"move",field:!0,run:o}};return Ye.forEach((E,w)=>{S[`view_${E}`]={label:`inbox.view_${E}`,key:String(w+1),group:"view",icon:"inbox",run:()=>n.showView(E)}}),S}function Sn({desk:e,ui:t,availability:n,palette:a,inbox:i,theme:o,language:r,signOut:d}){let c=()=>t.theme.value==="auto"?matchMedia("(prefers-color-scheme: dark)").matches:t.theme.value==="dark",u=m=>({label:`palette.state_${m}`,key:"",group:"desk",when:()=>e.agent.availability!==m,run:()=>n(m)});return{palette:{label:"keys.palette",key:"mod+k",group:"go",icon:"search",field:!0,run:a},help:{label:"keys.help",key:"?",group:"go",icon:"keyboard",when:()=>!t.phone.peek(),run:()=>t.dialog.value="keys"},go_inbox:{label:"keys.go_inbox",key:"g i",group:"go",icon:"inbox",run:i},go_settings:{label:"settings.title",key:"g s",group:"go",icon:"settings",run:()=>location.assign("/settings")},theme:{label:"keys.theme",key:"mod+Shift+l",group:"desk",icon:"sun-moon",run:()=>o(c()?"light":"dark")},theme_auto:{label:"palette.theme_auto",key:"",group:"desk",icon:"sun-moon",when:()=>t.theme.value!=="auto",run:()=>o("auto")},language:{label:"palette.language",key:"",group:"desk",icon:"languages",run:()=>r(N==="en"?"zh-CN":"en")},online:{...u("online"),icon:"circle-check"},away:{...u("away"),icon:"clock"},offline:{...u("offline"),icon:"power"},sign_out:{label:"agent.sign_out",key:"",group:"desk",icon:"log-out",run:()=>d(!1)}}}var Si=["move","conversation","write","select","view","go","desk"],Ti=900;function Tn(e,t){let n={desk:{},ui:{},list:{},composer:{}},a={...Mn(n),...Sn(n)},i=null,o=[],r=null,d=null,c=p=>s(a[p].label),u=()=>{clearTimeout(r),i=null,o=[],t()},m=()=>{let p=i,f=o.join(" "),b=St(a,e.get("keys")).against(p,f);if(u(),b&&b.problem!=="taken")return d={id:p,text:s(`settings_notices.key_${b.problem}`,{key:mt(f).join(" ")})},t();d=b?.by?{id:p,text:s("settings_notices.key_taken",{action:c(b.by)})}:null,e.set("keys",we(a,e.get("keys"),p,f))},_=p=>{if(!i)return;if(p.key==="Tab"||(p.preventDefault(),p.stopPropagation(),p.key==="Escape"))return u();if(p.key==="Backspace"||p.key==="Delete"){let b=i;return u(),e.set("keys",we(a,e.get("keys"),b,""))}let f=fe(p);if(f){if(o.push(f),clearTimeout(r),o.length===2||f.includes("+"))return m();r=setTimeout(m,Ti),t()}};return()=>{let p=St(a,e.get("keys")),f=e.get("keys");return l`${Si.map(b=>{let g=Object.keys(a).filter(S=>a[S].group===b&&!ve.has(S));return g.length===0?h:M(s(`keys.group_${b}`),l`<ul class="key-rows">
          ${g.map(S=>{let E=i===S,w=p.keyOf(S);return l`<li class="key-row" data-action=${S}>
              <span>${c(S)}</span>
              <button
                type="button"
                class="key-button ${E?"waiting":""}"
                aria-label=${E?s("settings_notices.press"):s("settings_notices.change_key",{action:c(S),key:mt(w).join(" ")||s("settings_notices.no_key")})}
                aria-pressed=${E}
                @click=${()=>{i=E?null:S,o=[],d=null,t()}}
                @keydown=${_}
                @blur=${()=>E&&u()}
              >
                ${E?l`<span>${o.length?mt(o.join(" ")).map(k=>l`<kbd>${k}</kbd>`):s("settings_notices.press")}</span>`:w?mt(w).map(k=>l`<kbd>${k}</kbd> `):l`<span class="thing-about">${s("settings_notices.no_key")}</span>`}
              </button>
              ${S in f?l`<button type="button" class="text-button" aria-label=${s("settings_notices.reset_one",{action:c(S)})} @click=${()=>e.set("keys",we(a,f,S,null))}>${s("settings_notices.reset")}</button>`:l`<span></span>`}
              ${d?.id===S?l`<p class="field-hint key-said" role="status">${d.text}</p>`:h}
            </li>`})}
        </ul>`)})}
    ${Object.keys(f).length>0?l`<div class="set-section"><button type="button" class="button key-all" @click=${()=>e.set("keys",{})}>${s("settings_notices.reset_all")}</button></div>`:h}`}}var Oi=["new","assigned","message","mention"],Ci=[0,5,10,15,30,60],Pi=[0,2,5,10,30],Ii=new Intl.DateTimeFormat(N,{weekday:"narrow",timeZone:"UTC"}),Ni=new Intl.DateTimeFormat(N,{weekday:"long",timeZone:"UTC"});function On({call:e,changed:t,say:n}){let a="notices",i=null,o=En({load:async()=>null,save:g=>e("PUT","/me/preferences",g),failed:g=>i=g}),r=at({read:()=>e("GET","/me/preferences"),check({quiet:g}){return!lt(g.from)||!lt(g.to)?{"quiet.days":s("settings_notices.no_time")}:g.enabled&&g.days.length===0?{"quiet.days":s("settings_notices.no_days")}:{}},async write(g){if(!await o.change(g))throw i;return structuredClone(g)},changed:t}),d=An({changed:t}),c=Tn(r,t),u=()=>globalThis.Notification?.permission??"unsupported",m=async g=>{await d.wake(),d.ring(g,r.get("notifications.volume"))||n(s("settings_notices.silent"),{bad:!0})},_=async()=>{await globalThis.Notification?.requestPermission?.(),t()},p=()=>l`<div class="grid-table" role="table" aria-label=${s("settings_notices.what")}>
      <div role="row" class="grid-head">
        <span role="columnheader">${s("settings_notices.news")}</span><span role="columnheader">${s("settings_notices.sound")}</span
        ><span role="columnheader">${s("settings_notices.browser")}</span><span role="columnheader"><span class="hidden">${s("settings_notices.hear")}</span></span>
      </div>
      ${Oi.map(g=>l`<div role="row">
            <span role="rowheader">${s(`settings_notices.kind_${g}`)}</span>
            ${["sound","browser"].map(S=>{let E=`notifications.${g}.${S}`;return l`<span role="cell"
                ><label class="switch"
                  ><input
                    type="checkbox"
                    role="switch"
                    aria-label="${s(`settings_notices.kind_${g}`)} · ${s(`settings_notices.${S}`)}"
                    .checked=${C(r.get(E))}
                    @change=${w=>r.set(E,w.target.checked)} /></label
              ></span>`})}
            <span role="cell"><button type="button" class="text-button" aria-label=${s("settings_notices.hear_one",{kind:s(`settings_notices.kind_${g}`)})} @click=${()=>m(g)}>${s("settings_notices.hear")}</button></span>
          </div>`)}
    </div>`,f=()=>{let g=r.get("quiet"),S=Math.round(r.get("notifications.volume")*100);return l`${M(s("settings_notices.what"),p(),s("settings_notices.what_intro"))}
      ${M(s("settings_notices.volume"),"",s("settings_notices.volume_intro"),l`<span class="slider"
          ><input
            type="range"
            min="0"
            max="100"
            step="5"
            aria-label=${s("settings_notices.volume")}
            .value=${C(String(S))}
            @input=${E=>r.set("notifications.volume",Number(E.target.value)/100)}
          /><output>${S}%</output></span
        >`)}
      ${M(s("settings_notices.repeat_title"),rt(r,"notifications.repeat",s("settings_notices.repeat"),s("settings_notices.repeat_hint")))}
      ${M(s("settings_notices.permission"),"",s(`settings_notices.permission_${u()}`),u()==="default"?l`<button type="button" class="button" @click=${_}>${s("settings_notices.allow")}</button>`:h)}
      ${M(s("settings_notices.quiet"),l`${rt(r,"quiet.enabled",s("settings_notices.quiet_on"),s("settings_notices.quiet_hint"))}
        ${g.enabled?l`<div class="day-range">
                ${_t(s("settings_notices.quiet_from"),g.from,E=>r.set("quiet.from",E))}
                <span aria-hidden="true">–</span>
                ${_t(s("settings_notices.quiet_to"),g.to,E=>r.set("quiet.to",E))}
                ${g.to<=g.from?l`<span class="chip">${s("settings_notices.next_day")}</span>`:h}
              </div>
              <div class="segments" role="group" aria-label=${s("settings_notices.quiet_days")}>
                ${[1,2,3,4,5,6,7].map(E=>{let w=new Date(Date.UTC(2026,0,4+E)),k=g.days.includes(E);return l`<button
                    type="button"
                    class="segment segment-day"
                    aria-pressed=${k}
                    aria-label=${Ni.format(w)}
                    @click=${()=>r.set("quiet.days",k?g.days.filter(v=>v!==E):[...g.days,E].sort())}
                  >
                    ${Ii.format(w)}
                  </button>`})}
              </div>
              <p class="field-error" role="alert">${r.errors["quiet.days"]??""}</p>`:h}`)}
      ${M(s("settings_notices.away"),"",s("settings_notices.away_intro"),L(s("settings_notices.away"),[...new Set([...Ci,r.get("away_after_min")])].sort((E,w)=>E-w).map(E=>({value:String(E),label:E?s("settings_notices.minutes",{count:E}):s("settings_notices.never")})),String(r.get("away_after_min")),E=>r.set("away_after_min",Number(E))))}`},b=()=>l`${M(s("settings_notices.send"),"",s("settings_notices.send_intro"),L(s("settings_notices.send"),[{value:"mod+enter",label:s("settings_notices.send_mod")},{value:"enter",label:s("settings_notices.send_enter")}],r.get("send_on"),g=>r.set("send_on",g)))}
  ${M(s("settings_notices.undo"),"",s("settings_notices.undo_intro"),L(s("settings_notices.undo"),[...new Set([...Pi,r.get("undo_send_s")])].sort((g,S)=>g-S).map(g=>({value:String(g),label:g?s("settings_notices.seconds",{count:g}):s("settings_notices.never")})),String(r.get("undo_send_s")),g=>r.set("undo_send_s",Number(g))))}`;return{form:r,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},tabs:[{id:"notices",label:s("settings_notices.tab_notices")},{id:"writing",label:s("settings_notices.tab_writing")},{id:"keys",label:s("settings_notices.tab_keys")}],get tab(){return a},choose(g){a=g,t()},body:()=>a==="notices"?f():a==="writing"?b():l`<p class="page-intro">${s("settings_notices.keys_intro")}</p>${c()}`}}var Ae=e=>/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(e)||/^[^\s@]+@localhost$/.test(e);var Di=/(password|passwort|qwerty|asdf|letmein|admin|welcome|iloveyou|woaini|1q2w3e|abc123|12345|11111|00000|88888)/i;function Cn(e){let t=[...e];if(t.length<10)return 0;let n=[/\p{Ll}/u,/\p{Lu}/u,/\d/,/[^\p{L}\d]/u,/\p{Lo}/u].filter(o=>o.test(e)).length,a=new Set(t).size;if(Di.test(e)||a<5)return 1;let i=t.length+2*n+Math.min(a,14)/2;return i<19?2:i<25?3:4}function Ee(e,t,{upload:n,failed:a,most:i,choose:o,remove:r}){let d=`picture-${t}`;return l`<div class="set-actions">
    <input
      id=${d}
      class="hidden"
      type="file"
      accept="image/png,image/jpeg,image/webp"
      tabindex="-1"
      aria-hidden="true"
      @change=${async c=>{let[u]=c.target.files;if(c.target.value="",!!u)try{e.set(t,await n(u,i))}catch(m){a(m)}}}
    /><button type="button" class="button" @click=${()=>document.getElementById(d)?.click()}>${o}</button>
    ${e.get(t)?l`<button type="button" class="button quiet" @click=${()=>e.set(t,null)}>${r}</button>`:h}
  </div>`}var Li=80,Hi=256,Ri=10,ji=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}];function Pn({me:e,call:t,upload:n,changed:a,setTheme:i,say:o,failed:r}){let d=at({read:async()=>{let p=await t("GET","/me"),{name:f,email:b,picture:g}=p.agent;return{name:f,email:b,picture:g??null,locale:p.locale,theme:p.theme}},check(p){let f={};return p.name.trim()||(f.name=s("settings_profile.name_missing")),Ae(p.email.trim())||(f.email=s("settings_profile.email_odd")),f},refused(p){return p?.code==="email_taken"?{email:s("settings_profile.email_taken")}:p?.field==="email"?{email:s("settings_profile.email_odd")}:p?.field==="name"?{name:s("settings_profile.name_odd")}:{}},async write(p){let{name:f,email:b,picture:g}=await t("PATCH","/me",{...p,name:p.name.trim(),email:p.email.trim()});return Object.assign(e.agent,{name:f,email:b,picture:g}),Object.assign(e,{locale:p.locale,theme:p.theme}),p.locale!==N&&setTimeout(()=>location.reload()),{...p,name:f,email:b,picture:g??null}},changed:()=>{d?.draft&&i(d.draft.theme),a()}}),c={current:"",next:"",wrong:"",busy:!1},u=async p=>{if(p.preventDefault(),!c.busy){if(c.wrong=[...c.next].length<Ri?"settings_profile.password_short":"",!c.wrong){c.busy=!0;try{await t("PUT","/me/password",{current:c.current,new:c.next}),Object.assign(c,{current:"",next:""}),o(s("settings_profile.password_changed"))}catch(f){let b={wrong_password:"settings_profile.password_wrong",weak_password:"settings_profile.password_weak"};c.wrong=b[f?.code]??"",c.wrong||r(f)}c.busy=!1}a()}},m=(p,f,b)=>l`<div class="set-field">
      <div class="set-label"><label for="password-${p}">${f}</label></div>
      <input
        id="password-${p}"
        class="input"
        type="password"
        autocomplete=${b}
        aria-describedby="password-wrong"
        .value=${C(c[p])}
        @input=${g=>{c[p]=g.target.value,c.wrong="",a()}}
      />
    </div>`,_=()=>c.next?Cn(c.next):null;return{form:d,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},body:()=>l`${M(s("settings_profile.who"),l`<div class="face-big">
          ${ut({...e.agent,name:d.get("name").trim()||e.agent.name,picture:d.get("picture")})}
          <div>
            <strong>${d.get("name").trim()||e.agent.name}</strong><span class="thing-about">${d.get("email")}</span>
            ${Ee(d,"picture",{upload:n,failed:r,most:Hi,choose:s("settings_profile.picture"),remove:s("settings_profile.picture_remove")})}
          </div>
        </div>
        <div class="set-columns">
          ${et(d,"name",{label:s("settings_profile.name"),hint:s("settings_profile.name_hint"),max:Li,autocomplete:"name"})}
          ${et(d,"email",{label:s("settings_profile.email"),hint:s("settings_profile.email_hint"),type:"email",inputmode:"email",autocomplete:"email"})}
        </div>`,s("settings_profile.who_intro"))}
    ${M(s("agent.language"),"",s("settings_profile.language_hint"),L(s("agent.language"),ji,d.get("locale"),p=>d.set("locale",p)))}
    ${M(s("agent.theme"),"",s("settings_profile.theme_hint"),L(s("agent.theme"),["auto","light","dark"].map(p=>({value:p,label:s(`agent.theme_${p}`)})),d.get("theme"),p=>d.set("theme",p)))}
    ${M(s("settings_profile.password"),l`<form class="set-stack" @submit=${u}>
        <input class="hidden" type="text" autocomplete="username" tabindex="-1" aria-hidden="true" .value=${e.agent.email} />
        <div class="set-columns">
          ${m("current",s("settings_profile.password_current"),"current-password")}
          ${m("next",s("settings_profile.password_new"),"new-password")}
        </div>
        <p class="field-error" id="password-wrong" role="alert">${c.wrong?s(c.wrong):""}</p>
        <div class="set-actions">
          <button class="button" type="submit" ?disabled=${!c.current||!c.next} aria-busy=${c.busy}>
            ${s("settings_profile.password_change")}
          </button>
          <span class="field-hint" role="status">${_()===null?h:s(`settings_profile.strength_${_()}`)}</span>
        </div>
      </form>`,s("settings_profile.password_intro"))}`}}function In({call:e,changed:t,say:n,failed:a,ask:i}){let o=G(async()=>(await e("GET","/agents/me/sessions")).items,t),r=u=>{let m=u.device;return m?[m.app??m.browser,m.os].filter(Boolean).join(" · ")||s(`settings_devices.kind_${m.kind}`):u.user_agent||s("settings_devices.unknown")},d=async u=>{try{await e("DELETE",`/agents/me/sessions/${u.id}`,{}),n(s("settings_devices.ended",{device:r(u)}))}catch(m){a(m)}await o.load()},c=async()=>{if(!await i({title:s("settings_devices.all_ask"),text:s("settings_devices.all_means"),confirm:s("settings_devices.all")}))return;let m=(o.value??[]).filter(_=>!_.current);try{for(let _ of m)await e("DELETE",`/agents/me/sessions/${_.id}`,{});n(s("settings_devices.all_ended"))}catch(_){a(_)}await o.load()};return{start:o.load,body:()=>o.view(u=>M(s("settings_devices.title"),l`<ul class="things">
            ${u.map(m=>l`<li class="thing">
                  <span class="thing-mark">${T(m.device?.kind==="phone"||m.device?.kind==="tablet"?"smartphone":"monitor")}</span>
                  <div class="thing-what">
                    <span class="thing-name">${r(m)}${m.current?l`<span class="chip chip-ok">${s("settings_devices.this")}</span>`:h}</span>
                    <span class="thing-about" title=${q(m.last_seen_at)}
                      >${[m.address,m.current?null:s("settings_devices.seen",{time:ht(m.last_seen_at,Date.now())}),s("settings_devices.since",{time:q(m.created_at)})].filter(Boolean).join(" · ")}</span
                    >
                  </div>
                  <div class="thing-does">
                    ${m.current?h:l`<button type="button" class="button" aria-label=${s("settings_devices.end_one",{device:r(m)})} @click=${()=>d(m)}>${s("settings_devices.end")}</button>`}
                  </div>
                </li>`)}
          </ul>`,s("settings_devices.intro"),u.some(m=>!m.current)?l`<button type="button" class="button" @click=${c}>${s("settings_devices.all")}</button>`:h))}}var Ui=80,qi=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}],Bi=e=>{let t=typeof Intl.supportedValuesOf=="function"?Intl.supportedValuesOf("timeZone"):[];return[...new Set([e,...t])].sort().map(n=>({value:n,label:n.replaceAll("_"," ")}))};function Nn({me:e,call:t,changed:n}){let a=at({read:async()=>{let{name:i,locale:o,time_zone:r}=await t("GET","/shop");return{name:i,locale:o,time_zone:r}},check:i=>i.name.trim()?{}:{name:s("settings_shop.name_missing")},refused:i=>i?.field==="name"?{name:s("settings_shop.name_odd")}:i?.field==="time_zone"?{time_zone:s("settings_shop.zone_odd")}:{},async write(i){let{name:o,locale:r,time_zone:d}=await t("PATCH","/shop",{...i,name:i.name.trim()});return e.shop.name=o,{name:o,locale:r,time_zone:d}},changed:n});return{form:a,body:()=>l`${M(s("settings_shop.name"),et(a,"name",{label:s("settings_shop.name_label"),max:Ui,autocomplete:"organization"}),s("settings_shop.name_intro"))}
    ${M(s("settings_shop.language"),"",s("settings_shop.language_intro"),L(s("settings_shop.language"),qi,a.get("locale"),i=>a.set("locale",i)))}
    ${M(s("settings_shop.zone"),nn(a,"time_zone",{label:s("settings_shop.zone_label"),options:Bi(a.get("time_zone")),hint:s("settings_shop.zone_now",{time:Jt(a.get("time_zone"),Date.now(),N)})}),l`${s("settings_shop.zone_intro")} <a href="/settings/hours">${s("settings_shop.to_hours")}</a>`)}`}}var Fi=80;function Dn({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=G(async()=>{let[w,k]=await Promise.all([t("GET","/agents?limit=200"),t("GET","/agents/invitations")]);return{agents:w.items,invitations:k.items}},n),d=e.agent.role==="owner",c={email:"",name:"",role:"agent",wrong:"",busy:!1},u=null,m=(d?["owner","admin","agent"]:["admin","agent"]).map(w=>({value:w,label:s(`settings_team.role_${w}`)})),_=w=>{let v={seat_limit:"settings_team.no_seat",last_owner:"settings_team.last_owner",email_taken:"settings_team.email_taken"}[w?.code];v?a(s(v),{bad:!0}):i(w)},p=async(w,k,v)=>{try{Object.assign(w,await t("PATCH",`/agents/${w.id}`,k)),a(v)}catch(x){_(x)}await r.load()},f=async w=>{await o({title:s("settings_team.disable_ask",{name:w.name}),text:s("settings_team.disable_means"),confirm:s("settings_team.disable")})&&await p(w,{active:!1},s("settings_team.is_disabled",{name:w.name}))},b=async w=>{if(w.preventDefault(),!c.busy){if(c.wrong=Ae(c.email.trim())?"":"settings_team.email_odd",!c.wrong){c.busy=!0;try{u=await t("POST","/agents/invitations",{email:c.email.trim(),name:c.name.trim(),role:c.role}),Object.assign(c,{email:"",name:"",role:"agent"}),await r.load()}catch(k){_(k)}c.busy=!1}n()}},g=async w=>{try{await t("DELETE",`/agents/invitations/${w.id}`,{}),u?.id===w.id&&(u=null),a(s("settings_team.taken_back",{email:w.email}))}catch(k){i(k)}await r.load()},S=w=>{let k=w.id===e.agent.id,v=!k&&(d||w.role!=="owner");return l`<li class="thing ${w.active?"":"off"}" data-agent=${w.email}>
      ${ut(w)}
      <div class="thing-what">
        <span class="thing-name"
          >${w.name}${k?l`<span class="chip">${s("common.you")}</span>`:h}${w.active?h:l`<span class="chip">${s("settings_team.disabled")}</span>`}</span
        >
        <span class="thing-about"
          >${w.email} ·
          ${w.active?s(`agent.state_${w.online?w.availability:"offline"}`):s("settings_team.no_access")}</span
        >
      </div>
      <div class="thing-does">
        ${v&&w.active?l`${st(`role-${w.id}`,m,w.role,x=>p(w,{role:x},s("settings_team.role_changed",{name:w.name,role:s(`settings_team.role_${x}`)})),s("settings_team.role_of",{name:w.name}))}
              <button type="button" class="button quiet" @click=${()=>f(w)}>${s("settings_team.disable")}</button>`:l`<span class="thing-about">${s(`settings_team.role_${w.role}`)}</span>${v?l`<button type="button" class="button" @click=${()=>p(w,{active:!0},s("settings_team.is_enabled",{name:w.name}))}>
                    ${s("settings_team.enable")}
                  </button>`:h}`}
      </div>
    </li>`},E=w=>w.length===0?h:l`<ul class="things">
          ${w.map(k=>l`<li class="thing">
                <span class="thing-mark">${T("user")}</span>
                <div class="thing-what">
                  <span class="thing-name">${k.name||k.email}<span class="chip">${s("settings_team.invited")}</span></span>
                  <span class="thing-about" title=${q(k.expires_at)}
                    >${k.name?`${k.email} · `:""}${s(`settings_team.role_${k.role}`)} ·
                    ${s("settings_team.until",{time:Xt(k.expires_at,Date.now())})}</span
                  >
                </div>
                <div class="thing-does">
                  <button type="button" class="button quiet" @click=${()=>g(k)}>${s("settings_team.take_back")}</button>
                </div>
              </li>`)}
        </ul>`;return{start:r.load,body:()=>r.view(({agents:w,invitations:k})=>{let v=w.filter(y=>y.active).length,x=e.seats.allowed;return l`${M(s("settings_team.seats",{used:v,allowed:x}),l`<progress class="seats" max=${x} value=${v} aria-label=${s("settings_team.seats_name")}></progress>`,s("settings_team.seats_intro"))}
          ${M(s("settings_team.members"),l`<ul class="things">${w.map(S)}</ul>`,s("settings_team.roles_intro"))}
          ${M(s("settings_team.invite"),l`<form class="set-stack" novalidate @submit=${b}>
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
                      .value=${C(c.email)}
                      @input=${y=>Object.assign(c,{email:y.target.value,wrong:""})}
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
                      .value=${C(c.name)}
                      @input=${y=>Object.assign(c,{name:y.target.value})}
                    />
                  </div>
                </div>
                <div class="set-actions">
                  ${st("invite-role",m.filter(y=>y.value!=="owner"),c.role,y=>Object.assign(c,{role:y}),s("settings_team.role"))}
                  <button class="button primary" type="submit" aria-busy=${c.busy}>${s("settings_team.make_link")}</button>
                </div>
              </form>
              ${u?l`<div class="once" role="status">
                    <strong>${s("settings_team.link_for",{email:u.email})}</strong>
                    ${nt(u.url,void 0,s("settings_team.link_for",{email:u.email}))}
                    <p class="field-hint">${s("settings_team.link_once")}</p>
                  </div>`:h}
              ${E(k)}`,s("settings_team.invite_intro"))}`})}}var zi=80;function Ln({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=e.agent.role!=="agent",d=G(async()=>{let[p,f]=await Promise.all([t("GET","/tokens"),r?t("GET","/agents?limit=200"):{items:[]}]),b=new Map(f.items.map(g=>[g.id,g.name]));return p.items.filter(g=>!g.revoked_at).map(g=>({...g,agent:g.agent_id===e.agent.id?null:b.get(g.agent_id)??g.agent_id}))},n),c={name:"",busy:!1},u=null,m=async p=>{if(p.preventDefault(),!(c.busy||!c.name.trim())){c.busy=!0;try{u=await t("POST","/tokens",{name:c.name.trim()}),c.name="",await d.load()}catch(f){i(f)}c.busy=!1,n()}},_=async p=>{if(await o({title:s("settings_tokens.revoke_ask",{name:p.name}),text:s("settings_tokens.revoke_means"),confirm:s("settings_tokens.revoke")})){try{await t("DELETE",`/tokens/${p.id}`,{}),a(s("settings_tokens.revoked",{name:p.name}))}catch(b){i(b)}await d.load()}};return{start:d.load,body:()=>l`${M(s("settings_tokens.new"),l`<form class="set-stack" @submit=${m}>
            <div class="set-field">
              <div class="set-label"><label for="token-name">${s("settings_tokens.name")}</label></div>
              <div class="set-box">
                <input
                  id="token-name"
                  class="input"
                  autocomplete="off"
                  maxlength=${zi}
                  .value=${C(c.name)}
                  @input=${p=>{c.name=p.target.value,n()}}
                /><button class="button primary" type="submit" ?disabled=${!c.name.trim()} aria-busy=${c.busy}>${s("settings_tokens.make")}</button>
              </div>
              <p class="field-hint">${s("settings_tokens.name_hint")}</p>
            </div>
          </form>
          ${u?l`<div class="once" role="status">
                <strong>${s("settings_tokens.made",{name:u.name})}</strong>
                ${nt(u.token,void 0,s("settings_tokens.made",{name:u.name}))}
                <p class="field-hint">${s("settings_tokens.once")}</p>
              </div>`:h}`,l`${s("settings_tokens.intro")} <a href="/docs">${s("settings_tokens.docs")}</a>`)}
      ${d.view(p=>M(s("settings_tokens.list"),p.length===0?l`<p class="nothing-yet">${s("settings_tokens.none")}</p>`:l`<ul class="things">
                ${p.map(f=>l`<li class="thing">
                      <span class="thing-mark">${T("code")}</span>
                      <div class="thing-what">
                        <span class="thing-name">${f.name}${f.agent?l`<span class="chip">${f.agent}</span>`:h}</span>
                        <span class="thing-about"
                          >${[f.last_used_at?s("settings_tokens.used",{time:ht(f.last_used_at,Date.now())}):s("settings_tokens.unused"),s("settings_tokens.since",{time:q(f.created_at)})].join(" · ")}</span
                        >
                      </div>
                      <div class="thing-does">
                        <button type="button" class="button" aria-label=${s("settings_tokens.revoke_one",{name:f.name})} @click=${()=>_(f)}>${s("settings_tokens.revoke")}</button>
                      </div>
                    </li>`)}
              </ul>`,r?s("settings_tokens.list_all"):s("settings_tokens.list_own")))}`}}var Gi=["zh-CN","en"];var ns=["text","email","phone","select","checkbox","consent"],Vi=/^#[0-9a-f]{6}$/,Ki=/^\s*(--sd-[a-z0-9-]{1,32})\s*:\s*([^;]{1,80}?)\s*;?\s*$/;function Rn(e){let t={};for(let n of e.split(`
`)){if(!n.trim())continue;let[,a,i]=Ki.exec(n)??[];if(!a)return null;t[a]=i}return t}var as=({settings:e,allowed_origins:t})=>({...e,custom:Object.entries(e.custom).map(([n,a])=>`${n}: ${a}`).join(`
`),origins:t.join(`
`)});function is({origins:e,...t}){return{...t,custom:Rn(t.custom)??{}}}var Wi=e=>[...new Set(e.split(/[\s,，;；、]+/).filter(Boolean))];function jn(e,t){let n=new Set(t.map(o=>o.split(".")[0])),a={};n.delete("origins")&&(a.allowed_origins=Wi(e.origins));let i=is(e);return n.size>0&&(a.settings=Object.fromEntries([...n].map(o=>[o,i[o]]))),a.settings?.questions&&(a.settings.questions=Object.fromEntries(Object.entries(a.settings.questions).map(([o,r])=>[o,r.map(d=>d.trim()).filter(Boolean)]))),a}var Hn=e=>Gi.some(t=>e[t]?.trim());function Un(e){let t={};Vi.test(e.accent)||(t.accent="colour");for(let n of["x","y"]){let a=e.launcher.offset[n];(!Number.isInteger(a)||a<0||a>400)&&(t["launcher.offset"]="offset")}return Rn(e.custom)===null&&(t.custom="custom"),e.form.when!=="never"&&e.form.fields.length===0&&(t["form.fields"]="fields"),e.form.fields.forEach((n,a)=>{Hn(n.label)?n.type==="select"&&(n.options.length===0||!n.options.every(Hn))&&(t[`form.fields.${a}`]="options"):t[`form.fields.${a}`]="label"}),t}function os(e,t){let n=new Set(t.map(o=>o.id)),a=e==="email"||e==="phone"?e:n.has("name")||e!=="text"?`${e}_1`:"name";if(!n.has(a))return a;let i=1;for(;n.has(`${e}_${i}`);)i+=1;return`${e}_${i}`}var qn=80;function Bn(e){let t=e.get("form.fields"),n=o=>e.set("form.fields",o),a=o=>{n([...t,{id:os(o,t),type:o,label:{"zh-CN":s(`settings_widget.asks_zh_${o}`),en:s(`settings_widget.asks_en_${o}`)},required:o==="consent",options:o==="select"?[{"zh-CN":"",en:""}]:[]}]),e.get("form.when")==="never"&&e.set("form.when","before")},i=(o,r)=>{let d=m=>n(t.with(r,{...o,...m})),c=r+1,u=(m,_)=>l`<input
        class="input"
        aria-label="${s("settings_widget.field_n",{n:c})} · ${_}"
        placeholder=${_}
        maxlength=${qn}
        .value=${C(o.label[m]??"")}
        @input=${p=>d({label:{...o.label,[m]:p.target.value}})}
      />`;return l`<li class="field-card">
      <div class="field-card-head">
        ${st(`field-type-${r}`,ns.map(m=>({value:m,label:s(`settings_widget.kind_${m}`)})),o.type,m=>d({type:m,id:os(m,t.toSpliced(r,1)),options:m==="select"?[{"zh-CN":"",en:""}]:[]}),`${s("settings_widget.field_n",{n:c})} · ${s("settings_widget.field_kind")}`)}
        <label class="check"><input type="checkbox" .checked=${C(o.required)} @change=${m=>d({required:m.target.checked})} /><span>${s("settings_widget.required")}</span></label>
        <span class="grow"></span>
        ${r>0?l`<button type="button" class="icon-button" aria-label=${s("settings_widget.up",{n:c})} title=${s("settings_widget.up",{n:c})} @click=${()=>n(t.with(r-1,o).with(r,t[r-1]))}>${T("up")}</button>`:h}
        <button type="button" class="icon-button" aria-label=${s("settings_widget.remove_n",{n:c})} title=${s("settings_widget.remove_n",{n:c})} @click=${()=>n(t.toSpliced(r,1))}>${T("trash")}</button>
      </div>
      <div class="set-columns tight">${u("zh-CN",s("settings_widget.in_zh"))}${u("en",s("settings_widget.in_en"))}</div>
      ${o.type==="select"?l`<ul class="lines">
              ${o.options.map((m,_)=>l`<li>
                    ${["zh-CN","en"].map(p=>l`<input
                          class="input"
                          aria-label="${s("settings_widget.field_n",{n:c})} · ${s("settings_widget.option_n",{n:_+1})} · ${s(p==="en"?"settings_widget.in_en":"settings_widget.in_zh")}"
                          placeholder="${s("settings_widget.option_n",{n:_+1})} · ${s(p==="en"?"settings_widget.in_en":"settings_widget.in_zh")}"
                          maxlength=${qn}
                          .value=${C(m[p]??"")}
                          @input=${f=>d({options:o.options.with(_,{...m,[p]:f.target.value})})}
                        />`)}
                    <button type="button" class="icon-button" aria-label=${s("settings_widget.remove_option",{n:_+1})} @click=${()=>d({options:o.options.toSpliced(_,1)})}>${T("x")}</button>
                  </li>`)}
            </ul>
            ${o.options.length<20?l`<button type="button" class="text-button" data-adds=".lines li:last-child input" @click=${()=>d({options:[...o.options,{"zh-CN":"",en:""}]})}>${s("settings_widget.option_add")}</button>`:h}`:h}
      ${K(e,`form.fields.${r}`)}
    </li>`};return l`${M(s("settings_widget.asks"),L(s("settings_widget.asks"),["never","before","closed"].map(o=>({value:o,label:s(`settings_widget.asks_${o}`)})),e.get("form.when"),o=>e.set("form.when",o)),s("settings_widget.asks_intro"))}
    ${M(s("settings_widget.fields"),l`${t.length?l`<ul class="field-cards">${t.map(i)}</ul>`:l`<p class="nothing-yet">${s("settings_widget.no_fields")}</p>`}
        ${K(e,"form.fields")}
        ${t.length<8?l`<div class="set-actions" role="group" aria-label=${s("settings_widget.field_add")}>
              <span class="thing-about">${s("settings_widget.field_add")}</span>
              ${ns.map(o=>l`<button type="button" class="button" data-adds=".field-card:last-child .input" @click=${()=>a(o)}>${T("plus",14)}${s(`settings_widget.kind_${o}`)}</button>`)}
            </div>`:h}`,s("settings_widget.fields_intro"))}`}var Me=[{id:"php",name:"PHP",lines:`<?php
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
var token = head + "." + encode.encodeToString(mac.doFinal(head.getBytes(utf8)));`}],Fn="servicedesk('identify', null, token);";function zn({call:e,changed:t,say:n,failed:a,ask:i}){let o="php",r=null,d=!1,c="",u=null,m=async()=>{if(d)return d=!1,t();try{r??=(await e("GET","/widgets/default/secret")).secret,d=!0}catch(b){a(b)}t()},_=async()=>{if(await i({title:s("settings_widget.secret_ask"),text:s("settings_widget.secret_means"),confirm:s("settings_widget.secret_replace")})){try{r=(await e("POST","/widgets/default/secret",{})).secret,d=!0,n(s("settings_widget.secret_replaced"))}catch(g){a(g)}t()}},p=async b=>{if(b.preventDefault(),!!c.trim()){try{u=await e("POST","/widgets/default/identity-check",{token:c.trim()})}catch(g){a(g)}t()}},f=()=>{if(!u)return h;if(!u.valid)return l`<p class="check-line bad">${s(`settings_widget.problem_${u.problem}`)}</p>`;let{sub:b,name:g,email:S,phone:E}=u.claims??{},w=Object.entries({sub:b,name:g,email:S,phone:E}).filter(([,k])=>k);return l`<p class="check-line good">${s("settings_widget.valid",{time:u.expires_at?q(u.expires_at):""})}</p>
      <dl class="facts">${w.map(([k,v])=>l`<dt>${s(`settings_widget.claim_${k}`)}</dt><dd>${v}</dd>`)}</dl>`};return{start(){},body(){let b=Me.find(g=>g.id===o)??Me[0];return l`${M(s("settings_widget.server"),l`${L(s("settings_widget.language"),Me.map(g=>({value:g.id,label:g.name})),o,g=>{o=g,t()})}
            ${nt(b.lines,void 0,b.name)}`,s("settings_widget.server_intro"))}
        ${M(s("settings_widget.page"),nt(Fn,void 0,s("settings_widget.page")),s("settings_widget.page_intro"))}
        ${M(s("settings_widget.secret"),l`${d&&r?nt(r,void 0,s("settings_widget.secret")):h}
            <div class="set-actions">
              <button type="button" class="button" aria-expanded=${d} @click=${m}>${s(d?"settings_widget.secret_hide":"settings_widget.secret_show")}</button>
              <button type="button" class="button quiet danger" @click=${_}>${s("settings_widget.secret_replace")}</button>
            </div>`,s("settings_widget.secret_intro"))}
        ${M(s("settings_widget.check"),l`<form class="set-stack" @submit=${p}>
            <textarea
              class="input area mono"
              rows="3"
              aria-label=${s("settings_widget.check")}
              spellcheck="false"
             
              .value=${C(c)}
              @input=${g=>{c=g.target.value,u=null,t()}}
            ></textarea>
            <div class="set-actions"><button type="submit" class="button" ?disabled=${!c.trim()}>${s("settings_widget.check_it")}</button></div>
            <div role="status" class="set-stack">${f()}</div>
          </form>`,s("settings_widget.check_intro"))}`}}}var Te=e=>[1,3,5].map(t=>Number.parseInt(e.slice(t,t+2),16)/255);function jt(e){let[t,n,a]=e.map(i=>i<=.04045?i/12.92:((i+.055)/1.055)**2.4);return .2126*t+.7152*n+.0722*a}var Se=(e,t)=>(Math.max(e,t)+.05)/(Math.min(e,t)+.05),Zi=e=>`#${e.map(t=>Math.round(t*255).toString(16).padStart(2,"0")).join("")}`,Gn=4.5;function Vn(e){let t=Te(e);if(Se(jt(t),1)>=Gn)return{accent:e,on:"#ffffff"};if(Se(jt(t),jt(Te("#1b1f1a")))>=7)return{accent:e,on:"#1b1f1a"};for(;Se(jt(t),1)<Gn;)t=t.map(n=>n*.96);return{accent:Zi(t),on:"#ffffff"}}var Kn=(e,t)=>Se(jt(Te(e)),jt(Te(t)));var Ji={green:"#1f6f5c",blue:"#3569b0",amber:"#96590b",plum:"#84508f",red:"#a4372c",ink:"#2c322b"},Qi={bubble:"bubble",square:"square",headset:"headset",leaf:"leaf"},Wn=20,to=256,eo=1200;function so(e){let t=String(e.get("accent")),n=/^#[0-9a-f]{6}$/.test(t),a=n?Vn(t):null,i=Lt("accent");return l`<div class="swatches" role="radiogroup" aria-label=${s("settings_widget.colour")}>
      ${Object.entries(Ji).map(([o,r])=>l`<label class="swatch swatch-${o}"
            ><input type="radio" name="accent" aria-label=${s(`settings_widget.accent_${o}`)} .checked=${C(r===t)} @change=${()=>e.set("accent",r)} /><i></i
          ></label>`)}
      <span class="own-colour"
        ><input
          type="color"
          aria-label=${s("settings_widget.accent_own")}
          .value=${C(n?t:"#1f6f5c")}
          @input=${o=>e.set("accent",o.target.value)} /><input
          id=${i}
          class="input mono"
          maxlength="7"
          spellcheck="false"
          aria-label=${s("settings_widget.accent_hex")}
          aria-invalid=${e.errors.accent?"true":"false"}
          aria-describedby="${i}-error"
          .value=${C(t)}
          @input=${o=>e.set("accent",o.target.value.trim().toLowerCase())}
      /></span>
    </div>
    ${a?a.accent===t?l`<p class="check-line good">${T("done")}${s(a.on==="#ffffff"?"settings_widget.contrast_white":"settings_widget.contrast_black",{ratio:Kn(t,a.on).toFixed(1)})}</p>`:l`<p class="check-line warn">${T("alert")}${s("settings_widget.darkened",{colour:a.accent})}</p>`:""}
    ${K(e,"accent")}`}var Yn=(e,t,n)=>l`<label class="with-unit"
    ><span>${n}</span
    ><input
      class="input"
      inputmode="numeric"
      maxlength="3"
      .value=${C(String(e.get(`launcher.offset.${t}`)))}
      @input=${a=>e.set(`launcher.offset.${t}`,/^\d+$/.test(a.target.value)?Number(a.target.value):a.target.value)}
  /></label>`;function Xn({upload:e,failed:t},n){let a=(i,o,r)=>l`<div class="set-field">
      <span class="field-label">${r}</span>
      <div class="picture-line">
        ${n.get(i)?l`<img class="picture-shown" src="/p/${n.get(i)}" alt="" />`:l`<span class="picture-shown" aria-hidden="true"></span>`}
        ${Ee(n,i,{upload:e,failed:t,most:o,choose:s("settings_widget.picture_choose"),remove:s("settings_widget.picture_remove")})}
      </div>
      ${K(n,i)}
    </div>`;return l`${M(s("settings_widget.colour"),so(n),s("settings_widget.colour_intro"))}
    ${M(s("settings_widget.theme"),"",s("settings_widget.theme_intro"),L(s("settings_widget.theme"),["auto","light","dark"].map(i=>({value:i,label:s(`settings_widget.theme_${i}`)})),n.get("theme"),i=>n.set("theme",i)))}
    ${M(s("settings_widget.launcher"),l`<div class="set-columns">
          <div class="set-field">
            <span class="field-label">${s("settings_widget.position")}</span>
            ${L(s("settings_widget.position"),["left","right"].map(i=>({value:i,label:s(`settings_widget.position_${i}`)})),n.get("launcher.position"),i=>n.set("launcher.position",i))}
          </div>
          <div class="set-field">
            <span class="field-label">${s("settings_widget.offset")} <span class="field-hint">${s("settings_widget.offset_hint")}</span></span>
            <div class="set-pair">
              ${Yn(n,"x",s(`settings_widget.from_${n.get("launcher.position")}`))} ${Yn(n,"y",s("settings_widget.from_below"))}
            </div>
            ${K(n,"launcher.offset")}
          </div>
          <div class="set-field">
            <span class="field-label">${s("settings_widget.icon")}</span>
            <div class="icon-choice" role="radiogroup" aria-label=${s("settings_widget.icon")}>
              ${Object.entries(Qi).map(([i,o])=>l`<label title=${s(`settings_widget.icon_${i}`)}
                    ><input
                      type="radio"
                      name="launcher-icon"
                      aria-label=${s(`settings_widget.icon_${i}`)}
                      .checked=${C(n.get("launcher.icon")===i)}
                      @change=${()=>n.set("launcher.icon",i)} /><span>${T(o,20)}</span></label
                  >`)}
            </div>
          </div>
          <div class="set-field">
            ${et(n,"launcher.label.zh-CN",{label:s("settings_widget.label_zh"),max:Wn,placeholder:s("settings_widget.label_example")})}
          </div>
          <div class="set-field">${et(n,"launcher.label.en",{label:s("settings_widget.label_en"),note:s("settings_widget.label_hint"),max:Wn})}</div>
        </div>
        ${rt(n,"launcher.hidden",s("settings_widget.hidden"),l`${s("settings_widget.hidden_hint")} <code>servicedesk('open')</code>`)}`)}
    ${M(s("settings_widget.pictures"),l`<div class="set-columns">${a("logo",to,s("settings_widget.logo"))}${a("header",eo,s("settings_widget.header"))}</div>`,s("settings_widget.pictures_intro"))}
    ${M(s("settings_widget.radius"),"",void 0,l`<span class="slider"
        ><span class="thing-about">${s("settings_widget.radius_square")}</span
        ><input
          type="range"
          min="0"
          max="24"
          aria-label=${s("settings_widget.radius")}
          .value=${C(String(n.get("radius")))}
          @input=${i=>n.set("radius",Number(i.target.value))}
        /><span class="thing-about">${s("settings_widget.radius_round")}</span><output>${n.get("radius")}</output></span
      >`)}
    ${M(s("settings_widget.custom"),ft(n,"custom",{label:s("settings_widget.custom_label"),rows:3,mono:!0,placeholder:"--sd-surface: #fffdf8",hint:s("settings_widget.custom_hint")}),s("settings_widget.custom_intro"))}`}var ao=40,rs=300,io=60,oo=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}],Ut=document.documentElement.lang==="en"?"en":"zh-CN",ls=()=>Ut,ro=e=>L(s("settings_widget.words_language"),oo,Ut,t=>{Ut=t,e.set("accent",e.get("accent"))});function lo(e){let t=`questions.${Ut}`,n=e.get(t)??[],a=i=>e.set(t,i);return l`<ul class="lines">
      ${n.map((i,o)=>l`<li>
            <input
              class="input"
              aria-label=${s("settings_widget.question_n",{n:o+1})}
              placeholder=${s("settings_widget.question_example")}
              maxlength=${io}
              .value=${C(i)}
              @input=${r=>a(n.with(o,r.target.value))}
            />
            ${o>0?l`<button type="button" class="icon-button" aria-label=${s("settings_widget.up",{n:o+1})} title=${s("settings_widget.up",{n:o+1})} @click=${()=>a(n.with(o-1,i).with(o,n[o-1]))}>${T("up")}</button>`:l`<span class="icon-space"></span>`}
            <button type="button" class="icon-button" aria-label=${s("settings_widget.remove_n",{n:o+1})} title=${s("settings_widget.remove_n",{n:o+1})} @click=${()=>a(n.toSpliced(o,1))}>${T("x")}</button>
          </li>`)}
    </ul>
    ${n.length<6?l`<div class="set-actions"><button type="button" class="button" data-adds=".lines li:last-child input" @click=${()=>a([...n,""])}>${T("plus")}${s("settings_widget.question_add")}</button></div>`:h}
    ${K(e,t)}`}function Zn(e,t){let n=i=>s(`settings_widget.own_${Ut==="en"?"en":"zh"}_${i}`),a=i=>`texts.${Ut}.${i}`;return l`${M(s("settings_widget.words"),l`${et(e,a("title"),{label:s("settings_widget.title"),hint:s("settings_widget.title_hint"),placeholder:t,max:ao})}
        ${ft(e,a("greeting"),{label:s("settings_widget.greeting"),hint:s("settings_widget.greeting_hint"),placeholder:n("greeting"),max:rs,rows:2})}
        ${ft(e,a("welcome"),{label:s("settings_widget.welcome"),hint:s("settings_widget.welcome_hint"),placeholder:n("welcome"),max:rs,rows:2})}
        ${ft(e,a("offline"),{label:s("settings_widget.offline"),hint:s("settings_widget.offline_hint"),placeholder:n("offline"),max:rs,rows:2})}`,s("settings_widget.words_intro"),ro(e))}
    ${M(s("settings_widget.questions"),lo(e),s("settings_widget.questions_intro"))}
    ${M(s("settings_widget.habits"),l`${rt(e,"rating",s("settings_widget.rating"),s("settings_widget.rating_hint"))}
      ${rt(e,"sound",s("settings_widget.sound"),s("settings_widget.sound_hint"))}
      ${rt(e,"typing_preview",s("settings_widget.typing"),s("settings_widget.typing_hint"))}`)}`}var co=["home","talk","form","offline","closed"],uo=640,Jn=360,Qn=700;function ta({me:e,changed:t},n,a){let i="desktop",o=matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light",r=null,d=!1,c="",u=()=>document.getElementById("preview-frame"),m=()=>(a()!==c&&(c=a(),r=null),r??(a()==="form"?"form":"home")),_=()=>{n.phase==="ready"&&u()?.contentWindow?.postMessage({servicedesk:"preview",settings:is(n.draft),shop:{name:e.shop.name},view:m(),theme:o,device:i,locale:ls()},location.origin)},p=()=>{let b=document.querySelector(".preview-box"),g=u();if(!(b instanceof HTMLElement)||!g)return;let[S,E]=[b.clientWidth,b.clientHeight];if(!S||!E)return;let w=i==="desktop"?Math.max(uo,S):Jn,k=i==="desktop"?S/w:Math.min(1,E/Qn,S/Jn),v=i==="desktop"?E/k:Math.min(Qn,E/k);g.style.setProperty("width",`${w}px`),g.style.setProperty("height",`${v}px`),g.style.setProperty("transform",`scale(${k})`),g.style.setProperty("left",`${Math.max(0,(S-w*k)/2)}px`),g.style.setProperty("top",`${i==="desktop"?0:Math.max(0,(E-v*k)/2)}px`)};addEventListener("message",({origin:b,source:g,data:S})=>{b===location.origin&&g===u()?.contentWindow&&S?.servicedesk==="preview-ready"&&_()}),addEventListener("resize",p);let f=b=>{b(),t()};return{view(){requestAnimationFrame(()=>{p(),_()});let b=ls();return l`<button type="button" class="button preview-open" @click=${()=>f(()=>d=!0)}>${T("smartphone")}${s("settings_widget.preview")}</button>
        <section class="preview" data-open=${d} aria-label=${s("settings_widget.preview")}>
          <header class="preview-head">
            <span class="preview-name">${s("settings_widget.preview")}</span>
            ${L(s("settings_widget.device"),["desktop","phone"].map(g=>({value:g,label:s(`settings_widget.device_${g}`)})),i,g=>f(()=>i=g))}
            ${L(s("settings_widget.theme"),[{value:"light",label:T("sun"),title:s("settings_widget.theme_light")},{value:"dark",label:T("moon"),title:s("settings_widget.theme_dark")}],o,g=>f(()=>o=g))}
            ${st("preview-view",co.map(g=>({value:g,label:s(`settings_widget.view_${g}`)})),m(),g=>f(()=>r=g),s("settings_widget.view"))}
            <button type="button" class="icon-button preview-close" aria-label=${s("common.close")} @click=${()=>f(()=>d=!1)}>${T("x",20)}</button>
          </header>
          <div class="preview-box ${i}">
            <iframe id="preview-frame" title=${s("settings_widget.preview")} tabindex="-1" src="/w/preview?k=${e.widget.key}&locale=${b}"></iframe>
          </div>
        </section>`}}}var cs=(e,t)=>`<script async src="${e}/w.js" data-key="${t}"><\/script>`;function ea(e){return e.replace(" data-key",`
  data-key`).split(/("[^"]*"|script)/).map(t=>({text:t,kind:t.startsWith('"')?"code-text":t==="script"?"code-name":""}))}var sa=["any","youzan","wordpress","shopify","next","send"],po=(e,t)=>`import Script from 'next/script';

<Script src="${e}/w.js" data-key="${t}" strategy="afterInteractive" />`;function na(e,t,n){return e==="next"?po(t,n):e==="send"?s("settings_site.letter",{tag:cs(t,n)}):cs(t,n)}var mo=4e3;function aa({me:e,call:t,changed:n,origin:a},i){let o="any",r=e.widget?.seen??null,d=async()=>{try{document.visibilityState==="visible"&&(r=(await t("GET","/setup/seen")).seen,n())}catch{}setTimeout(d,mo)},c=u=>{try{return new URL(u).host}catch{return u}};return{start:d,status:()=>r?l`<span class="chip chip-ok"><i class="chip-dot now-dot"></i><span>${c(r.url)}</span></span>`:l`<span class="chip"><span>${s("settings_site.not_seen")}</span></span>`,body(){let u=na(o,a,e.widget?.key??"");return l`${M(s("settings_site.tag"),l`${L(s("settings_site.where"),sa.map(m=>({value:m,label:s(`settings_site.builder_${m}`)})),o,m=>{o=m,n()})}
            <p class="steps-text">${s(`settings_site.how_${o}`)}</p>
            ${nt(u,ea(u).map(m=>l`<span class=${m.kind}>${m.text}</span>`),s("settings_site.tag"))}`,s("settings_site.tag_intro"))}
        ${M(r?s("settings_site.seen"):s("settings_site.unseen"),"",r?`${r.url.replace(/^https?:\/\//,"")} · ${ht(r.at,Date.now())}`:s("settings_site.unseen_hint"),l`<a class="button" href="/demo" target="_blank" rel="noopener">${s("settings_site.try_it")}${T("out")}</a>`)}
        ${M(s("settings_site.origins"),ft(i,"origins",{label:s("settings_site.origins_label"),rows:3,mono:!0,placeholder:`https://www.example.com
*.example.com`,hint:s("settings_site.origins_hint")}),s("settings_site.origins_intro"))}`}}}function ia(e){let{me:t,call:n,changed:a}=e,i=location.hash==="#site"?"site":"look",o=at({read:async()=>as(await n("GET","/widgets/default")),check:m=>Object.fromEntries(Object.entries(Un(m)).map(([_,p])=>[_,s(`settings_widget.wrong_${p}`)])),refused(m){let _=String(m?.field??"");return _.startsWith("allowed_origins")?{origins:s("settings_widget.wrong_origin")}:_.startsWith("settings.custom")?{custom:s("settings_widget.wrong_custom")}:_.startsWith("settings.")?{[_.slice(9)]:s("settings_widget.wrong_value")}:{}},write:async(m,_)=>as(await n("PATCH","/widgets/default",jn(m,_))),changed:a}),r=aa(e,o),d=zn(e),c=ta(e,o,()=>i),u={look:()=>Xn(e,o),words:()=>Zn(o,t.shop.name),form:()=>Bn(o),site:r.body,identity:d.body};return{form:o,start:r.start,status:r.status,tabs:Object.keys(u).map(m=>({id:m,label:s(`settings_widget.tab_${m}`)})),get tab(){return i},choose(m){i=m,m==="identity"&&d.start(),a()},body:()=>l`${u[i]()}`,aside:t.widget?c.view:void 0}}var oa={widget:ia,hours:wn,canned:rn,labels:kn,blocks:on,team:Dn,shop:Nn,data:dn,about:an,profile:Pn,notifications:On,sessions:In,tokens:Ln};var go=2e4,Tt=e=>document.querySelector(`meta[name="${e}"]`)?.getAttribute("content")??"",Q=JSON.parse(Tt("me")),ds=Tt("csrf")||Q.csrf_token,Ce=()=>location.assign(`/login?next=${encodeURIComponent(location.pathname)}`),bt=ps({csrf:ds,signedOut:Ce}),ho=tn({csrf:ds,signedOut:Ce}),fo=en({csrf:ds,signedOut:Ce}),ra=Ls(),qt=Hs(ra),W=sn({me:Q,asked:Tt("settings-page"),shown:Tt("settings-shown"),schedule:e=>requestAnimationFrame(e),phone:()=>qt.phone.value}),la=`${s(`settings.${Tt("settings-shown")}`)} · ${s("settings.title")} · ${Q.shop.name}`;document.title=la;var ca={me:Q,call:ho,upload:fo,changed:W.changed,say:W.say,failed:W.failed,ask:W.ask,origin:Tt("origin"),ui:qt,setTheme(e){qt.theme.value=e,document.documentElement.dataset.theme=e}},te=z(0),ee={ticks:{frame:te},agent:Q.agent,shop:Q.shop,book:{counts:null},async setAvailability(e){let t=Q.agent.availability;Q.agent.availability=e,te.value++;try{await bt.availability(e)}catch(n){Q.agent.availability=t,te.value++,W.failed(n)}}},da=e=>{ca.setTheme(e),bt.change({theme:e}).catch(W.failed)},_o=()=>qt.theme.value==="auto"?matchMedia("(prefers-color-scheme: dark)").matches:qt.theme.value==="dark",Pe={palette:{label:"keys.palette",key:"mod+k",group:"go",field:!0,run:()=>Oe.open()},go_inbox:{label:"keys.go_inbox",key:"g i",group:"go",icon:"inbox",run:()=>location.assign("/inbox")},go_settings:{label:"settings.title",key:"g s",group:"go",icon:"settings",run:()=>location.assign("/settings")},theme:{label:"keys.theme",key:"mod+Shift+l",group:"desk",icon:"sun-moon",run:()=>da(_o()?"light":"dark")}},us=St(Pe),Oe=Xs({entries:()=>[...Js(Q.agent.role).map(e=>({...e,asked:!1})),...Object.entries(Pe).filter(([e])=>e!=="palette"&&e!=="go_settings").map(([e,t])=>({id:e,group:"desk",label:s(t.label),key:us.keyOf(e),mark:U(t.icon??"arrow-right",18),run:t.run}))],subject:()=>null,next(){},phone:()=>!1});ze(W.palette,Oe.view,Oe.around);zs({keymap:()=>us,actions:Pe});bt.preferences().then(({keys:e})=>us=St(Pe,e),()=>{});var ua=async()=>{try{ee.book.counts=await bt.counts(),te.value++}catch{}};ze(W.rail,Bs(ee,qt,{theme:da,palette:Oe.open,availability:e=>(pa??{choose:ee.setAvailability}).choose(e),async language(e){if(e!==N)try{await bt.change({locale:e}),location.reload()}catch(t){W.failed(t)}},async signOut(e){if(!(e&&!await W.ask({title:s("agent.sign_out_everywhere_ask"),text:s("agent.sign_out_everywhere_means"),confirm:s("agent.sign_out_everywhere"),cancel:s("agent.stay")})))try{await(e?bt.signOutEverywhere():bt.signOut()),location.assign("/login")}catch(t){W.failed(t)}}},"settings"));W.show(oa[Tt("settings-shown")](ca));var pa=null;import(new URL("live.js",import.meta.url).href).then(({startLive:e})=>{pa=e({me:Q,api:bt,storage:ra,title:la,changed(t){ee.book.counts=t,te.value++},setAvailability:ee.setAvailability,say:(t,n)=>W.say(t,n&&{action:{label:s("inbox.key_open"),run:n}}),open:t=>location.assign(`/inbox/${encodeURIComponent(t)}`),signedOut:Ce})},()=>setInterval(()=>document.visibilityState==="visible"&&ua(),go));ua();matchMedia("(max-width: 720px)").addEventListener("change",W.changed);
